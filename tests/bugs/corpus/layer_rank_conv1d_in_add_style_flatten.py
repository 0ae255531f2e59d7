#: title: Dense with input_dim before a Conv1D
#: topic: layer-rank
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Conv1D, Flatten, Reshape

model = Sequential()
model.add(Dense(64, input_dim=64, activation='relu'))  #?
#+ model.add(Reshape((64, 1)))
model.add(Conv1D(16, kernel_size=3, activation='relu'))  #!
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy')
model.fit(np.random.rand(16, 64), np.random.randint(0, 2, 16), epochs=1)
