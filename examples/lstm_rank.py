"""A week of sensor readings goes into a model that wants sequences of them: the data lacks an axis."""

import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Dense

readings = np.random.rand(100, 10)  # 100 readings of 10 sensors

forecaster = keras.Sequential([
    keras.layers.LSTM(64, input_shape=(20, 10)),  # 20 steps of 10 sensors each
    Dense(1),
])

forecast = forecaster.predict(readings)
print(forecast.shape)
