#: title: A grey picture through ImageDataGenerator.flow
#: topic: rank
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, Flatten, Dense

x_train = np.random.rand(30, 28, 28)  #?
#+ x_train = x_train.reshape(-1, 28, 28, 1)
y_train = np.random.randint(0, 10, 30)
datagen = ImageDataGenerator(rotation_range=10, zoom_range=0.1)
datagen.fit(x_train)  #!

model = Sequential([
    Conv2D(8, 3, activation='relu', input_shape=(28, 28, 1)),
    Flatten(),
    Dense(10, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(datagen.flow(x_train, y_train, batch_size=10), epochs=1)
