#: title: A generator function yields single samples
#: topic: rank
import numpy as np
from tensorflow import keras

def samples():
    while True:
        x = np.random.rand(28, 28, 3)
        y = np.random.randint(0, 2)
        yield x, y  #?
        #= yield x[np.newaxis], np.array([y])

model = keras.Sequential([
    keras.layers.Input((28, 28, 3)),
    keras.layers.Conv2D(4, 3),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation='sigmoid'),
])
model.compile('adam', 'binary_crossentropy')
model.fit(samples(), steps_per_epoch=3, epochs=1)  #!
