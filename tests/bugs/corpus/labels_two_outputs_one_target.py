#: title: A model with two outputs is fit with one of the targets
#: topic: labels
import numpy as np
import keras
from keras import layers

x = np.random.rand(64, 10)
age = np.random.rand(64, 1)
gender = np.random.randint(0, 2, (64, 1))

inp = keras.Input((10,))
h = layers.Dense(16, activation="relu")(inp)
out_age = layers.Dense(1, name="age")(h)
out_gender = layers.Dense(1, activation="sigmoid", name="gender")(h)
model = keras.Model(inp, [out_age, out_gender])  #?
model.compile("adam", loss=["mse", "binary_crossentropy"])
model.fit(x, age, epochs=2)  #!
#= model.fit(x, [age, gender], epochs=2)
