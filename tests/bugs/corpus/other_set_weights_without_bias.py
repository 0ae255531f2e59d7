#: title: set_weights gets the kernel alone, the layer also has a bias
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D

kernel = np.ones((3, 2, 1, 4), dtype='float32')
model = Sequential()
model.add(Conv2D(4, (3, 2), input_shape=(12, 12, 1)))  #?
#= model.add(Conv2D(4, (3, 2), use_bias=False, input_shape=(12, 12, 1)))
layer = model.layers[0]
layer.set_weights([kernel])  #!
print(model.predict(np.random.rand(1, 12, 12, 1)).shape)
