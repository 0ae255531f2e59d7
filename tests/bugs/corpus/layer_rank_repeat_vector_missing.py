#: title: The decoder LSTM follows the encoder without RepeatVector
#: topic: layer-rank
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

sequence = np.random.rand(30, 12, 2)
model = keras.models.Sequential()
model.add(layers.LSTM(16, activation="tanh", input_shape=(12, 2)))  #?
#+ model.add(layers.RepeatVector(12))
model.add(layers.LSTM(16, return_sequences=True))  #!
model.add(layers.TimeDistributed(layers.Dense(2)))
model.compile(optimizer="adam", loss="mse")
model.fit(sequence, sequence, epochs=1)
