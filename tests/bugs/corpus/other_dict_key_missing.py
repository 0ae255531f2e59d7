#: title: A dictionary of inputs under another name
#: topic: other
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

title = keras.Input((12,), name='title')
price = keras.Input((1,), name='price')
x = layers.concatenate([layers.Dense(4)(title), price])
model = keras.Model([title, price], layers.Dense(1)(x))
model.compile('adam', 'mse')
data = {'title': np.random.rand(16, 12), 'cost': np.random.rand(16, 1)}  #?
#= data = {'title': np.random.rand(16, 12), 'price': np.random.rand(16, 1)}
model.fit(data, np.random.rand(16), epochs=1)  #!
