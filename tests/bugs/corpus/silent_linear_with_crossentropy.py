#: title: No activation, and a loss by name that wants probabilities
#: topic: silent
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = np.random.rand(90, 12)
y = np.random.randint(0, 3, 90)
inputs = keras.Input(shape=(12,))
h = layers.Dense(16, activation="relu")(inputs)
outputs = layers.Dense(3)(h)  #?
#= outputs = layers.Dense(3, activation="softmax")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])  #~
model.fit(x, y, epochs=2)  #?
#: check
assert model.layers[-1].activation.__name__ == "softmax" or getattr(model.loss, "from_logits", False) or getattr(model.loss, "_fn_kwargs", {}).get("from_logits")
