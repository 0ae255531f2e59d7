#: title: The pictures are flattened in the declared input, Conv2D cannot take it
#: topic: layer-rank
import numpy as np
import tensorflow as tf

X = np.random.rand(32, 784).astype('float32')  #?
#+ X = X.reshape(-1, 28, 28, 1)
y = np.random.randint(0, 10, 32)

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Conv2D(32, (3, 3), activation='relu', input_shape=(784,)))  #!
#= model.add(tf.keras.layers.Conv2D(32, (3, 3), activation='relu', input_shape=(28, 28, 1)))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(10, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(X, y)
