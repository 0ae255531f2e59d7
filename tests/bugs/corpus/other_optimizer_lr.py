#: title: Adam(lr=…)
#: topic: other
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
opt = keras.optimizers.Adam(lr=0.01, decay=1e-6)  #!
#= opt = keras.optimizers.Adam(learning_rate=0.01)
model.compile(optimizer=opt, loss='mse')
model.fit(np.random.rand(20, 3), np.random.rand(20), epochs=1)
