#: title: A Sequence gives Python lists
#: topic: other
import math
import numpy as np
import keras
from keras import layers

class TableSequence(keras.utils.Sequence):
    def __init__(self, rows, targets, batch_size=8, **kwargs):
        super().__init__(**kwargs)
        self.rows = rows
        self.targets = targets
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = min(low + self.batch_size, len(self.rows))
        batch_x = [self._scale(r) for r in self.rows[low:high]]
        batch_y = self.targets[low:high]
        return batch_x, batch_y  #?
        #= return np.array(batch_x), np.array(batch_y)

    def _scale(self, row):
        return row / np.max(row)

rows = np.random.rand(50, 7)
targets = np.random.rand(50, 1)
seq = TableSequence(rows, targets)  #?

model = keras.Sequential([keras.Input(shape=(7,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")
model.fit(seq, epochs=1)  #!
