#: title: A Flatten too early
#: topic: layer-rank
from keras import Sequential
from keras.layers import Conv2D, Flatten, Dense, MaxPooling2D

model = Sequential([
    Conv2D(32, (5, 5), activation='relu', input_shape=(64, 64, 3)),
    MaxPooling2D((2, 2)),
    Flatten(),  #-
    Conv2D(64, (3, 3), activation='relu'),  #!
    MaxPooling2D((2, 2)),
    Flatten(),
    Dense(64, activation='relu'),
    Dense(8, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
