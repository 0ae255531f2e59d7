#: title: The LSTM's input_shape holds the number of samples
#: topic: layer-rank
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense

X_train = np.random.rand(96, 20, 3)
y_train = np.random.rand(96)
model = Sequential()
model.add(LSTM(16, input_shape=(96, 20, 3)))  #!
#= model.add(LSTM(16, input_shape=(20, 3)))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X_train, y_train, epochs=2, batch_size=32)
