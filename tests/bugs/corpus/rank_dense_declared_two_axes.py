#: title: Dense was told (1, 5), the table has two axes
#: topic: rank
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x = np.random.rand(40, 5)  #?
y = np.random.rand(40, 1)
model = Sequential()
model.add(Dense(10, input_shape=(1, 5), activation='relu'))
#= model.add(Dense(10, input_shape=(5,), activation='relu'))
model.add(Dense(1))
model.compile(optimizer='rmsprop', loss='mse')
model.fit(x, y, epochs=3)  #!
