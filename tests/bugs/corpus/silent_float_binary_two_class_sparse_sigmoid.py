#: title: A sigmoid over three classes with categorical_crossentropy
#: topic: silent
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

X = np.random.rand(60, 5)
y = keras.utils.to_categorical(np.arange(60) % 3, 3)
model = keras.Sequential()
model.add(layers.Dense(10, activation="relu", input_shape=(5,)))
model.add(layers.Dense(3, activation="sigmoid"))  #?
#= model.add(layers.Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])  #~
model.fit(X, y, epochs=2)  #?
#: check
assert model.layers[-1].activation.__name__ != "sigmoid" or "categorical" not in str(model.loss)
