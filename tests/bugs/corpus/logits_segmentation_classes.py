#: title: A segmentation mask with four classes, three channels out
#: topic: logits
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

masks = np.random.randint(0, 4, size=(8, 32, 32))  #?
masks[0, 0, :4] = [0, 1, 2, 3]
imgs = np.random.rand(8, 32, 32, 3)
inputs = tf.keras.Input((32, 32, 3))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
outputs = layers.Conv2D(3, 1, activation="softmax")(x)
#= outputs = layers.Conv2D(4, 1, activation="softmax")(x)
seg = tf.keras.Model(inputs, outputs)
seg.compile("adam", loss="sparse_categorical_crossentropy")
seg.fit(imgs, masks, batch_size=4)  #!
