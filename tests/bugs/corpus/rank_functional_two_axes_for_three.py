#: title: Windows of several sensors, the functional input forgets the features
#: topic: rank
import numpy as np
from keras import Input, Model, layers

X = np.random.rand(45, 16, 5)  #?
y = np.random.rand(45, 1)
inp = Input(shape=(16,))
#= inp = Input(shape=(16, 5))
h = layers.Flatten()(inp)
h = layers.Dense(10, activation='relu')(h)
model = Model(inp, layers.Dense(1)(h))
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=1)  #!
