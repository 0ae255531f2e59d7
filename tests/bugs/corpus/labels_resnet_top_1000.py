#: title: An application with its top keeps 1000 classes
#: topic: labels
import numpy as np
import tensorflow as tf

x = np.random.rand(4, 96, 96, 3).astype('float32') * 2 - 1
y = tf.keras.utils.to_categorical([0, 1, 2, 1], 3)  #?
net = tf.keras.applications.MobileNetV2(input_shape=(96, 96, 3), weights=None, alpha=0.35)
#= net = tf.keras.applications.MobileNetV2(input_shape=(96, 96, 3), weights=None, alpha=0.35, classes=3)
net.compile(optimizer='adam', loss='categorical_crossentropy')
net.fit(x, y, epochs=1)  #!
