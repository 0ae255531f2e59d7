"""Colour photographs of 32 x 32 pixels go into a model made for grey digits of 28 x 28."""

import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense

photos = np.random.rand(100, 32, 32, 3)

classifier = keras.Sequential([
    Conv2D(32, (3, 3), input_shape=(28, 28, 1)),
    keras.layers.Flatten(),
    Dense(1),
])

scores = classifier.predict(photos)
print(scores.shape)
