#: title: train_on_batch with a Python list of ones and zeros
#: topic: labels
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input

batch_size = 4
d = Sequential([Input((10,)), Dense(6, activation='relu'), Dense(1, activation='sigmoid')])
d.compile(loss='binary_crossentropy', optimizer='adam')
x = np.concatenate([np.random.rand(batch_size, 10), np.random.rand(batch_size, 10)])
y = [1] * batch_size + [0] * batch_size  #?
#= y = np.array([1] * batch_size + [0] * batch_size)
d_loss = d.train_on_batch(x, y)  #!
