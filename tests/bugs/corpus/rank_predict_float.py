#: title: predict with a plain list of numbers
#: topic: rank
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(units=1, input_shape=[3])])  #?
model.compile(optimizer='sgd', loss='mean_squared_error')
xs = np.random.rand(20, 3)
ys = np.random.rand(20)
model.fit(xs, ys, epochs=2, verbose=0)
print(model.predict(np.array([1.0, 2.0, 3.0])))  #!
#= print(model.predict(np.array([[1.0, 2.0, 3.0]])))
