#: title: Columns of another length are stacked
#: topic: other
import numpy as np
from keras import Sequential, layers

price = np.random.rand(100)
change = np.diff(price)  #?
X = np.column_stack([price, change])  #!
#= X = np.column_stack([price[1:], change])
y = np.random.rand(len(X))
model = Sequential([layers.Dense(4), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X, y, epochs=1)
