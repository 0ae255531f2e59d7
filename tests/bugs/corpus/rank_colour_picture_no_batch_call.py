#: title: A trained network is called on one tensor of three axes
#: topic: rank
import tensorflow as tf
from tensorflow.keras import layers

net = tf.keras.Sequential([
    layers.Input((40, 40, 3)),
    layers.Conv2D(4, 3, activation="relu"),  #?
    layers.GlobalAveragePooling2D(),
    layers.Dense(3),
])
picture = tf.random.uniform((100, 100, 3))
picture = tf.image.resize(picture, (40, 40))  #?
#+ picture = tf.expand_dims(picture, 0)
scores = net(picture)  #!
print(tf.nn.softmax(scores))
