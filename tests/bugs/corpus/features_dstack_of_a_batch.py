#: title: np.dstack over the whole batch puts the pictures side by side
#: topic: features
import numpy as np
from keras.datasets import mnist
from keras.models import Sequential
from keras.layers import Conv2D, GlobalMaxPooling2D, Dense

(X_train, y_train), (X_test, y_test) = mnist.load_data()
X_train = X_train / 255
X_test = X_test / 255
# to RGB
X_train_rgb = np.dstack([X_train, X_train, X_train])  #?
#= X_train_rgb = np.stack([X_train, X_train, X_train], axis=3)
X_test_rgb = np.dstack([X_test, X_test, X_test])  #?
#= X_test_rgb = np.stack([X_test, X_test, X_test], axis=3)
print('shape', X_train_rgb.shape)

model = Sequential()
model.add(Conv2D(16, kernel_size=5, activation='relu', input_shape=(28, 28, 3)))  #?
model.add(GlobalMaxPooling2D())
model.add(Dense(10, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train_rgb, y_train, validation_data=(X_test_rgb, y_test), epochs=1)  #!
