#: title: np.dot of a batch with a weight matrix the wrong way round
#: topic: other
import numpy as np
from tensorflow import keras

x = np.random.rand(32, 10)  #?
w = np.random.rand(4, 10)
projected = np.dot(x, w)  #!
#= projected = np.dot(x, w.T)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(projected, np.random.rand(32), epochs=1)
