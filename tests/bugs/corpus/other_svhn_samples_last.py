#: title: The pictures of SVHN have their samples on the last axis
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPool2D, Flatten, Dense, BatchNormalization

X_train = np.load('X_train_32x32.npy')  #?
y_train = np.load('y_train.npy')
#+ X_train = np.moveaxis(X_train, -1, 0)
y_train[y_train == 10] = 0
y_train = y_train.astype('int32').ravel()

X_train = X_train.astype('float32')
X_train /= 255.0

model = Sequential([
    Conv2D(8, (3, 3), activation='relu', input_shape=(32, 32, 3)),
    MaxPool2D(2, 2),
    BatchNormalization(),
    Flatten(),
    Dense(10, activation='softmax')
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_train, epochs=1, batch_size=16)  #! #?
#: files
npy("X_train_32x32.npy", (32, 32, 3, 60), "uint8", 256)
npy("y_train.npy", (60, 1), "uint8", 10)
