#: title: Two LSTMs in a row, the first does not return sequences
#: topic: layer-rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Dropout

x_train = np.random.rand(60, 30, 1)
y_train = np.random.rand(60)

regressor = Sequential()
regressor.add(LSTM(units=50, input_shape=(x_train.shape[1], 1)))
#= regressor.add(LSTM(units=50, return_sequences=True, input_shape=(x_train.shape[1], 1)))
regressor.add(Dropout(0.2))
regressor.add(LSTM(units=50))  #!
regressor.add(Dropout(0.2))
regressor.add(Dense(units=1))
regressor.compile(optimizer='adam', loss='mean_squared_error')
regressor.fit(x_train, y_train, epochs=10, batch_size=32)
