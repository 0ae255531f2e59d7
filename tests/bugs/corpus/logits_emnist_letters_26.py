#: title: Letters 1 to 26 and 26 units
#: topic: logits
import numpy as np
import tensorflow as tf

letters = np.arange(1, 27).repeat(3)  #?
#= letters = np.arange(0, 26).repeat(3)
x = np.random.rand(len(letters), 28, 28)
model = tf.keras.Sequential([
    tf.keras.layers.Flatten(input_shape=(28, 28)),
    tf.keras.layers.Dense(26, activation='softmax'),  #?
])
model.compile('adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, letters, epochs=1)  #!
