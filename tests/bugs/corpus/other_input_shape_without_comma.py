#: title: input_shape=(4) lacks its comma
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

model = Sequential()
model.add(Dense(8, activation='relu', input_shape=(4)))  #!
#= model.add(Dense(8, activation='relu', input_shape=(4,)))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(np.random.rand(30, 4), np.random.randint(0, 3, 30))
