#: title: Every second step has a target, the GRU gives all
#: topic: labels
import numpy as np
from tensorflow.keras import layers, models

x = np.random.rand(20, 24, 3)
y = np.random.rand(20, 12, 1)  #?
model = models.Sequential([
    layers.Input(shape=(24, 3)),
    layers.GRU(8, return_sequences=True),  #?
    #+ layers.MaxPooling1D(2),
    layers.Dense(1),  #?
])
model.compile(optimizer='rmsprop', loss='mse')
model.fit(x, y, epochs=1)  #!
