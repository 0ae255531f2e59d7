#: title: The noise has 128 numbers, the generator takes 100
#: topic: features
import tensorflow as tf
from tensorflow.keras import layers

generator = tf.keras.Sequential([
    layers.Input(shape=(100,)),  #?
    layers.Dense(64),
    layers.LeakyReLU(),
    layers.Dense(784, activation="tanh"),
    layers.Reshape((28, 28, 1)),
])
noise = tf.random.normal([16, 128])
#= noise = tf.random.normal([16, 100])
generated = generator(noise, training=False)  #!
print(generated.shape)
