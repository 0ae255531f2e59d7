#: title: reshape to 28 x 28 x 3 of pictures with one channel
#: topic: other
from tensorflow import keras
import numpy as np

(train_x, train_y), (test_x, test_y) = keras.datasets.mnist.load_data()
train_x = train_x.reshape(-1, 28, 28, 3)  #!
#= train_x = train_x.reshape(-1, 28, 28, 1)
train_x = train_x.astype('float32') / 255.0
model = keras.Sequential([
    keras.layers.Conv2D(8, (3, 3), activation='relu', input_shape=(28, 28, 3)),
    #= keras.layers.Conv2D(8, (3, 3), activation='relu', input_shape=(28, 28, 1)),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(10, activation='softmax')
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(train_x, train_y, epochs=1)
