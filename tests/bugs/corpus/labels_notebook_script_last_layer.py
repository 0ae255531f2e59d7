#: title: A notebook script: eleven classes after adding "unknown", ten units
#: topic: labels
# %% imports
import os
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import *

# %% data
classes = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "unknown"]
X = np.zeros((66, 24, 24, 1), dtype=np.float32)
y = np.zeros((66,), dtype=np.int64)
for i in range(66):
    X[i] = np.random.rand(24, 24, 1)
    y[i] = i % len(classes)
y = keras.utils.to_categorical(y, num_classes=len(classes))  #?

# %% model
m = keras.Sequential()
m.add(Input((24, 24, 1)))
m.add(Conv2D(8, 3, activation="relu"))
m.add(Flatten())
m.add(Dense(10, activation="softmax"))
#= m.add(Dense(len(classes), activation="softmax"))
m.compile("adam", "categorical_crossentropy", metrics=["accuracy"])

# %% training
h = m.fit(X, y, epochs=3, batch_size=11)  #!
