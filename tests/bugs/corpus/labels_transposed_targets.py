#: title: The targets were stacked as rows
#: topic: labels
import numpy as np
from keras import Sequential
from keras.layers import Dense, Input

n = 48
x = np.random.rand(n, 5)
height = x[:, 0] * 2
weight = x[:, 1] * 3
y = np.array([height, weight])
#= y = np.array([height, weight]).T
model = Sequential([Input((5,)), Dense(8, activation='relu'), Dense(2)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, epochs=1)  #!
