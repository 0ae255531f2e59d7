#: title: The last LSTM returns sequences; one target broadcasts over the steps
#: topic: silent
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense

X = np.random.rand(50, 10, 2)
y = np.random.rand(50, 1)  #?
model = Sequential()
model.add(LSTM(8, return_sequences=True, input_shape=(10, 2)))
#= model.add(LSTM(8, input_shape=(10, 2)))
model.add(Dense(1))  #?
model.compile(loss='mean_absolute_error', optimizer='adam')
model.fit(X, y, epochs=1)  #~
#: check
assert len(model.output_shape) == 2
