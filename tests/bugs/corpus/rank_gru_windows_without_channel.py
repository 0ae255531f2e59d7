#: title: Windows of two series are flattened; the GRU wants three
#: topic: rank
import numpy as np
import tensorflow as tf
from tensorflow import keras

def make_windows(series, window):
    xs, ys = [], []
    for i in range(len(series) - window):
        xs.append(series[i:i + window].ravel())  #?
        #= xs.append(series[i:i + window])
        ys.append(series[i + window, 0])
    return np.array(xs), np.array(ys)

t = np.arange(0, 400)
series = np.stack([np.sin(0.05 * t), np.cos(0.05 * t)], axis=1)
WINDOW = 20
X, y = make_windows(series, WINDOW)  #?
split = 300
X_train, y_train = X[:split], y[:split]
X_valid, y_valid = X[split:], y[split:]

model = keras.Sequential([
    keras.layers.Input(shape=(WINDOW, 2)),  #?
    keras.layers.GRU(16, return_sequences=True),
    keras.layers.GRU(16),
    keras.layers.Dense(1),
])
model.compile(loss='huber', optimizer='adam')
history = model.fit(X_train, y_train, epochs=5, validation_data=(X_valid, y_valid))  #!
#: check
assert model.predict(X_valid).shape == (80, 1)
