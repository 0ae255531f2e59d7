#: title: A subclassed network and one-hot labels from np.eye
#: topic: loss
import numpy as np
from tensorflow import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(16, activation="relu")
        self.out = keras.layers.Dense(4)

    def call(self, x, training=False):
        return self.out(self.hidden(x))

x = np.random.rand(40, 7)
y = np.eye(4)[np.random.randint(0, 4, 40)]  #?
net = Net()
net.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
#= net.compile(optimizer="adam", loss=keras.losses.CategoricalCrossentropy(from_logits=True))
net.fit(x, y, epochs=1)  #!
