#: title: A stateful LSTM with batch_input_shape
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Input, LSTM

X = np.random.rand(32, 5, 1)
y = np.random.rand(32, 1)
model = Sequential()
model.add(LSTM(8, batch_input_shape=(8, 5, 1), stateful=True))  #!
#= model.add(Input(batch_shape=(8, 5, 1)))
#= model.add(LSTM(8, stateful=True))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, batch_size=8, epochs=1, shuffle=False)
