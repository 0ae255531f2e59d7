#: title: tf.image.resize of digits without a channel axis
#: topic: rank
import tensorflow as tf
import numpy as np

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
x_train = x_train[:100]
y_train = y_train[:100]
x_train = x_train / 255.0
x_train = tf.image.resize(x_train, (56, 56))  #?
#= x_train = tf.image.resize(x_train[..., None], (56, 56))

class MyNet(tf.keras.Model):
    def __init__(self, n):
        super(MyNet, self).__init__()
        self.conv1 = tf.keras.layers.Conv2D(8, 3, activation='relu')
        self.pool = tf.keras.layers.MaxPooling2D()
        self.flatten = tf.keras.layers.Flatten()
        self.d1 = tf.keras.layers.Dense(16, activation='relu')
        self.d2 = tf.keras.layers.Dense(n, activation='softmax')

    def call(self, x):
        x = self.conv1(x)  #?
        x = self.pool(x)
        x = self.flatten(x)
        x = self.d1(x)
        return self.d2(x)

model = MyNet(10)
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=1)  #! #?
