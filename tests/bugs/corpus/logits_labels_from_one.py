#: title: Labels run from 1 to 5, the sparse loss wants them from 0
#: topic: logits
import numpy as np
from tensorflow import keras

ratings = np.array([1, 2, 3, 4, 5] * 20)  #?
#= ratings = np.array([1, 2, 3, 4, 5] * 20) - 1
features = np.random.random((100, 12))

model = keras.models.Sequential([
    keras.layers.Dense(24, activation='relu', input_shape=(12,)),
    keras.layers.Dense(5, activation='softmax'),  #?
])
model.compile(optimizer='sgd', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(features, ratings, epochs=3)  #!
