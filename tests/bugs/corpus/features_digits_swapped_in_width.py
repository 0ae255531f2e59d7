#: title: 1867 columns, and 1876 in the declaration
#: topic: features
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense

x_train = np.random.rand(30, 1, 1867, 1)  #?
y_train = np.random.randint(0, 2, 30)
model = Sequential()
model.add(Conv2D(4, kernel_size=(1, 9), strides=(1, 3), activation='relu', input_shape=(1, 1876, 1)))
#= model.add(Conv2D(4, kernel_size=(1, 9), strides=(1, 3), activation='relu', input_shape=(1, 1867, 1)))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='sgd')
model.fit(x_train, y_train, epochs=1)  #!
