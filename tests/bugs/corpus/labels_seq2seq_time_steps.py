#: title: The decoder repeats ten steps, the targets have twelve
#: topic: labels
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, RepeatVector, TimeDistributed, Dense

n_in, n_out, n_features = 30, 12, 4
X = np.random.rand(50, n_in, n_features)
y = np.random.rand(50, n_out, 1)  #?

model = Sequential()
model.add(LSTM(24, activation='relu', input_shape=(n_in, n_features)))
model.add(RepeatVector(10))
#= model.add(RepeatVector(n_out))
model.add(LSTM(24, activation='relu', return_sequences=True))
model.add(TimeDistributed(Dense(1)))
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=3, verbose=0)  #!
