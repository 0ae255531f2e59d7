#: title: A forecaster class sets return_sequences for the first of three GRUs only
#: topic: layer-rank
import numpy as np
from tensorflow.keras import Sequential, layers, optimizers


class Forecaster:
    """A stack of GRUs for hourly load."""

    def __init__(self, lookback, n_features, units=(32, 16, 8), lr=1e-3):
        self.lookback = lookback
        self.n_features = n_features
        self.units = units
        self.lr = lr
        self.model = self._build()

    def _build(self):
        model = Sequential(name="forecaster")
        model.add(layers.InputLayer(shape=(self.lookback, self.n_features)))
        for i, u in enumerate(self.units):
            model.add(layers.GRU(u, return_sequences=(i == 0)))  #! #?
            #= model.add(layers.GRU(u, return_sequences=(i < len(self.units) - 1)))
            model.add(layers.Dropout(0.1))
        model.add(layers.Dense(1))
        model.compile(optimizer=optimizers.Adam(learning_rate=self.lr), loss="mae")
        return model

    def train(self, X, y, epochs=1):
        return self.model.fit(X, y, epochs=epochs, verbose=0)


X = np.random.rand(50, 24, 4)
y = np.random.rand(50)
f = Forecaster(24, 4)
f.train(X, y)
