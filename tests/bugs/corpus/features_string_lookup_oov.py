#: title: StringLookup adds a place for unknown words: four columns, not three
#: topic: features
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

weather = np.array(["sun", "rain", "snow", "sun", "rain", "sun", "snow", "rain"] * 5)
visitors = np.random.poisson(30, size=40).astype("float32")

vocab = ["sun", "rain", "snow"]
lookup = layers.StringLookup(vocabulary=vocab, output_mode="one_hot")  #?
x = lookup(weather)

inputs = tf.keras.Input(shape=(len(vocab),))  #?
#= inputs = tf.keras.Input(shape=(lookup.vocabulary_size(),))
h = layers.Dense(8, activation="relu")(inputs)
out = layers.Dense(1)(h)
model = tf.keras.Model(inputs, out)
model.compile("adam", "mse")
model.fit(x, visitors, epochs=1, batch_size=8)  #!
