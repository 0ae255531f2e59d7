#: title: tf.reshape to patches that do not divide the picture
#: topic: other
import tensorflow as tf

pictures = tf.random.uniform((4, 30, 30, 3))  #?
patch = 8
#= patch = 10
n = 30 // patch
patches = tf.reshape(pictures, (4, n * n, patch * patch * 3))  #!
model = tf.keras.Sequential([tf.keras.layers.Dense(16), tf.keras.layers.GlobalAveragePooling1D()])
print(model(patches).shape)
