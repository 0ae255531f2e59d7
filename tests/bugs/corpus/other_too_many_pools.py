#: title: Small pictures run out of pixels
#: topic: other
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

model = Sequential([
    Conv2D(16, (3, 3), activation='relu', input_shape=(28, 28, 1)),
    MaxPooling2D(2, 2),
    Conv2D(32, (3, 3), activation='relu'),
    MaxPooling2D(2, 2),
    Conv2D(64, (3, 3), activation='relu'),  #?
    MaxPooling2D(2, 2),
    Conv2D(128, (3, 3), activation='relu'),  #!
    #= Conv2D(128, (3, 3), activation='relu', padding='same'),
    Flatten(),
    Dense(10, activation='softmax'),
])
model.summary()
