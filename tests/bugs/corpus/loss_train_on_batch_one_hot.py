#: title: train_on_batch with one-hot rows and a sparse loss
#: topic: loss
import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense

net = Sequential([Dense(10, activation="relu", input_shape=(8,)), Dense(3, activation="softmax")])
net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
#= net.compile(loss="categorical_crossentropy", optimizer="adam")
for step in range(3):
    xb = np.random.rand(16, 8)
    yb = np.eye(3)[np.random.randint(0, 3, 16)]  #?
    net.train_on_batch(xb, yb)  #!
