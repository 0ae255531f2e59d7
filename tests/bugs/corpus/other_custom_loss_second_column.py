#: title: The loss reads weights from a second column of y that was never joined
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Input

X = np.random.normal(size=(200, 8))
y = np.random.normal(size=(200, 1))
weights = np.abs(y) + 0.5

def weighted_mse(y_true, y_pred):
    target = y_true[:, 0]
    w = y_true[:, 1]  #!
    error = tf.square(target - y_pred[:, 0])
    return tf.reduce_mean(w * error)

model = Sequential([Input((8,)), Dense(32, activation="relu"), Dense(1)])
model.compile(optimizer="adam", loss=weighted_mse)
packed = np.hstack([y, weights])
model.fit(X, y, epochs=1, batch_size=20)  #! #?
#= model.fit(X, packed, epochs=1, batch_size=20)
