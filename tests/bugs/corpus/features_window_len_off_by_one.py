#: title: The window holds look_back + 1 values
#: topic: features
import numpy as np
import tensorflow as tf
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Dense, Flatten

look_back = 10
data = np.sin(np.linspace(0, 30, 300))
X = np.array([data[i:i + look_back + 1] for i in range(280)])
#= X = np.array([data[i:i + look_back] for i in range(280)])
Y = np.array([data[i + look_back + 1] for i in range(280)])

inp = Input(shape=(look_back,))  #?
h = Dense(16, activation="relu")(inp)
model = Model(inp, Dense(1)(h))
model.compile("adam", "mse")
model.fit(X, Y, epochs=2, batch_size=32)  #!
