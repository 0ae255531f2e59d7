#: title: mse between (n, 6, 1) and (n, 1): every step learns the same target
#: topic: silent
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

x = np.random.rand(40, 6, 3)
y = np.random.rand(40, 1)  #?
inputs = layers.Input((6, 3))
h = layers.GRU(8, return_sequences=True)(inputs)
#= h = layers.GRU(8)(inputs)
outputs = layers.Dense(1)(h)  #?
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1)  #~
#: check
assert len(model.output_shape) == 2
