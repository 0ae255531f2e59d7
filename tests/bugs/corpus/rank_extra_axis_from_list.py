#: title: np.array around a list with the array: an axis too many
#: topic: rank
import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Dense

samples = np.random.rand(50, 7)
x = np.array([samples])
#= x = np.array(samples)
y = np.random.rand(50)

model = keras.Sequential()
model.add(keras.layers.InputLayer(shape=(7,)))  #?
model.add(Dense(12, activation="tanh"))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=5)  #!
