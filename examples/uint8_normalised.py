"""The twin of uint8_pixels.py that brings its pixels to 0..1 first: nothing is wrong here."""

import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Dense

pixels = np.random.randint(0, 255, size=(100, 784), dtype=np.uint8)

digits = keras.Sequential([
    Dense(128, input_shape=(784,), activation="sigmoid"),
    Dense(10),
])

pixels = pixels.astype("float32") / 255.0

logits = digits.predict(pixels)
print(logits.shape)
