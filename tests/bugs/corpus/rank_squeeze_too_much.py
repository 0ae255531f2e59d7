#: title: np.squeeze also drops the series' one feature
#: topic: rank
import numpy as np
import keras
from keras import layers

X = np.random.rand(60, 30, 4)
last = X[:, -1, :]
X = X[:, :, :1]
inputs = np.squeeze(last)
#= inputs = X
model = keras.Sequential([
    keras.Input((30, 1)),  #?
    layers.Conv1D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(inputs, np.random.rand(60), epochs=1)  #!
