#: title: The targets have seven days, the network forecasts one week more
#: topic: labels
import numpy as np
import tensorflow as tf

HISTORY, HORIZON = 28, 7

def windows(series):
    X, Y = [], []
    for i in range(len(series) - HISTORY - HORIZON + 1):
        X.append(series[i:i + HISTORY])
        Y.append(series[i + HISTORY:i + HISTORY + HORIZON])
    return np.array(X)[..., None], np.array(Y)

series = np.cumsum(np.random.randn(120))
X, Y = windows(series)  #?

model = tf.keras.models.Sequential([
    tf.keras.layers.LSTM(16, input_shape=(HISTORY, 1)),
    tf.keras.layers.Dense(14)
    #= tf.keras.layers.Dense(HORIZON)
])
model.compile(loss=tf.keras.losses.Huber(), optimizer="adam")
model.fit(X, Y, epochs=2, batch_size=16)  #!
