#: title: LeNet after too much pooling: kernel 5 over 4 pixels
#: topic: other
from keras.models import Sequential
from keras import layers

lenet = Sequential()
lenet.add(layers.Conv2D(6, kernel_size=(5, 5), activation='tanh', input_shape=(28, 28, 1)))
#= lenet.add(layers.Conv2D(6, kernel_size=(5, 5), activation='tanh', padding='same', input_shape=(28, 28, 1)))
lenet.add(layers.AveragePooling2D(2))
lenet.add(layers.Conv2D(16, kernel_size=(5, 5), activation='tanh'))
lenet.add(layers.AveragePooling2D(2))  #?
lenet.add(layers.Conv2D(120, kernel_size=(5, 5), activation='tanh'))  #!
lenet.add(layers.Flatten())
lenet.add(layers.Dense(10, activation='softmax'))
lenet.summary()
