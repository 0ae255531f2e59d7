#: title: The custom layer's build takes the batch for the width
#: topic: other
import tensorflow as tf
from tensorflow import keras
import numpy as np

class Linear(keras.layers.Layer):
    def __init__(self, units=32, activation=None):
        super(Linear, self).__init__()
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.w = self.add_weight(
            shape=(input_shape[0], self.units), initializer="random_normal", trainable=True  #! #?
            #= shape=(input_shape[-1], self.units), initializer="random_normal", trainable=True
        )
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True)

    def call(self, inputs):
        return self.activation(tf.matmul(inputs, self.w) + self.b)

model = keras.models.Sequential()
model.add(keras.Input(shape=(13,)))
model.add(Linear(64, activation="relu"))  #!
model.add(Linear(1))
model.compile(loss="mse", optimizer="adam")
model.fit(np.random.rand(80, 13), np.random.rand(80, 1), epochs=1)
