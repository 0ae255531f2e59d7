#: title: A subclassed model with as many outputs as the last project had
#: topic: labels
import numpy as np
import tensorflow as tf

class Classifier(tf.keras.Model):
    def __init__(self, num_classes=2):
        super().__init__()
        self.d1 = tf.keras.layers.Dense(32, activation='relu')
        self.d2 = tf.keras.layers.Dense(num_classes, activation='softmax')  #?

    def call(self, inputs):
        return self.d2(self.d1(inputs))

x = np.random.rand(90, 8).astype('float32')
y = tf.keras.utils.to_categorical(np.arange(90) % 6)  #?

model = Classifier()
#= model = Classifier(num_classes=6)
model.compile(optimizer='adam', loss='categorical_crossentropy')
model.fit(x, y, epochs=2)  #!
