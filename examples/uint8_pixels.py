"""Pixels from 0 to 255 go into trainable layers as they are: Keras runs this, and trains badly on it."""

import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Dense

pixels = np.random.randint(0, 255, size=(100, 784), dtype=np.uint8)

digits = keras.Sequential([
    Dense(128, input_shape=(784,), activation="sigmoid"),
    Dense(10),
])

logits = digits.predict(pixels)
print(logits.shape)
