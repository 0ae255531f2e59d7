#: title: X lost its first rows to the window, y did not
#: topic: other
import numpy as np
import tensorflow as tf

series = np.random.rand(200)
window = 8
X = np.array([series[i:i + window] for i in range(len(series) - window)])  #?
y = series
#= y = series[window:]
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=1, batch_size=32)  #!
