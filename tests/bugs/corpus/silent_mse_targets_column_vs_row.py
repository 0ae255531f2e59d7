#: title: mse of three outputs against a column
#: topic: silent
import numpy as np
from tensorflow.keras import Sequential, layers

X = np.random.rand(64, 4)
y = np.random.rand(64, 1)  #?
net = Sequential()
net.add(layers.Dense(16, activation='relu', input_shape=(4,)))
net.add(layers.Dense(5))  #?
#= net.add(layers.Dense(1))
net.compile(optimizer='sgd', loss='mse')
net.fit(X, y, epochs=1)  #~
#: check
assert net.output_shape[-1] == y.shape[-1]
