#: title: A kernel from another library: filters first
#: topic: other
import numpy as np
from tensorflow import keras

w = np.random.rand(16, 3, 5, 5).astype('float32')  #?
b = np.zeros(16, dtype='float32')

inp = keras.Input((32, 32, 3))
conv = keras.layers.Conv2D(16, 5)
out = conv(inp)
model = keras.Model(inp, out)
conv.set_weights([w, b])  #!
#= conv.set_weights([w.transpose(2, 3, 1, 0), b])
