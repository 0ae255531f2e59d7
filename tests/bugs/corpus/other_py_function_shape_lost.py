#: title: After py_function nothing knows the shape any more
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

signals = np.random.rand(64, 100).astype("float32")
labels = np.random.randint(0, 2, 64)

def spectrum(x):
    x = x.numpy()
    return np.abs(np.fft.rfft(x)).astype("float32")

def preprocess(x, y):
    x = tf.py_function(spectrum, [x], tf.float32)  #?
    #+ x.set_shape((51,))
    return x, y

ds = tf.data.Dataset.from_tensor_slices((signals, labels)).map(preprocess).batch(8)  #?

model = tf.keras.Sequential([
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(ds, epochs=1)  #!
