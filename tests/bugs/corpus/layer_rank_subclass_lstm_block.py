#: title: A subclassed model calls its second LSTM on a vector
#: topic: layer-rank
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

class Forecaster(tf.keras.Model):
    def __init__(self, units, horizon):
        super().__init__()
        self.lstm1 = layers.LSTM(units)
        #= self.lstm1 = layers.LSTM(units, return_sequences=True)
        self.lstm2 = layers.LSTM(units)
        self.head = layers.Dense(horizon)

    def call(self, x):
        x = self.lstm1(x)
        x = self.lstm2(x)  #!
        return self.head(x)

x = np.random.rand(32, 14, 3).astype("float32")
y = np.random.rand(32, 2).astype("float32")
model = Forecaster(8, 2)
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=1)  #!
