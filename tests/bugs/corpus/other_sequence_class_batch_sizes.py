#: title: A Sequence cuts the pictures and not the labels
#: topic: other
import math
import numpy as np
from tensorflow import keras

class Batches(keras.utils.Sequence):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return math.ceil(len(self.x) / self.size)

    def __getitem__(self, index):
        start = index * self.size
        return self.x[start:start + self.size], self.y  #?
        #= return self.x[start:start + self.size], self.y[start:start + self.size]

x, y = np.random.rand(40, 7), keras.utils.to_categorical(np.random.randint(0, 3, 40), 3)
model = keras.Sequential([keras.Input((7,)), keras.layers.Dense(3, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(Batches(x, y, 8), epochs=1)  #!
