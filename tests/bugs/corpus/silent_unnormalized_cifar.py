#: title: Pixels 0 to 255 straight into a CNN
#: topic: silent
from keras.datasets import cifar10
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

(x_train, y_train), (x_test, y_test) = cifar10.load_data()  #?
#+ x_train, x_test = x_train / 255.0, x_test / 255.0

model = Sequential()
model.add(Conv2D(16, (3, 3), activation='relu', input_shape=(32, 32, 3)))  #?
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile(optimizer='sgd', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=5, validation_data=(x_test, y_test))  #~
#: check
assert x_train.max() <= 1 or any(type(layer).__name__ == "Rescaling" for layer in model.layers)
