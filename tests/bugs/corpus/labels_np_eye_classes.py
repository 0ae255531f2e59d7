#: title: np.eye with one class too many
#: topic: labels
import numpy as np
import keras
from keras import layers, models

y_raw = np.random.randint(0, 6, 72)
X = np.random.uniform(size=(72, 10))
Y = np.eye(7)[y_raw]
#= Y = np.eye(6)[y_raw]
net = models.Sequential()
net.add(layers.Dense(24, activation='elu', input_shape=(10,)))
net.add(layers.Dense(6, activation='softmax'))  #?
net.compile(optimizer=keras.optimizers.SGD(0.1), loss=keras.losses.CategoricalCrossentropy())
net.fit(X, Y, epochs=2)  #!
