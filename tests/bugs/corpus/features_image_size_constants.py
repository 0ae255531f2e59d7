#: title: Pictures of 150 pixels, a functional model for 128
#: topic: features
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

IMG_SIZE = 128  #?
images = np.random.rand(24, 150, 150, 3).astype("float32")  #?
labels = np.random.randint(0, 3, 24)

inputs = tf.keras.Input((IMG_SIZE, IMG_SIZE, 3))
#= inputs = tf.keras.Input((150, 150, 3))
x = layers.Conv2D(16, 3, strides=2, activation="relu")(inputs)
x = layers.Conv2D(32, 3, strides=2, activation="relu")(x)
x = layers.Flatten()(x)
outputs = layers.Dense(3, activation="softmax")(x)
model = tf.keras.Model(inputs, outputs)
model.compile("adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
model.fit(images, labels, batch_size=8)  #!
