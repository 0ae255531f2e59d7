#: title: Five classes are one-hot encoded, the functional model ends in four
#: topic: labels
import numpy as np
import tensorflow as tf
from tensorflow import keras
from sklearn.model_selection import train_test_split

NUM_CLASSES = 4  #?
samples = np.random.normal(size=(200, 30)).astype("float32")
targets = np.random.randint(0, 5, size=200)
targets = keras.utils.to_categorical(targets)  #?

x_train, x_val, y_train, y_val = train_test_split(samples, targets, test_size=0.2)

inputs = keras.Input(shape=(30,), name="sensors")
h = keras.layers.Dense(32, activation="relu")(inputs)
h = keras.layers.Dense(16, activation="relu")(h)
outputs = keras.layers.Dense(NUM_CLASSES, activation="softmax")(h)
#= outputs = keras.layers.Dense(5, activation="softmax")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=3)  #!
