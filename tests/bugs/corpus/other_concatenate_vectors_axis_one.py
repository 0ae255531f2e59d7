#: title: Two vectors are concatenated along axis 1
#: topic: other
import numpy as np
from tensorflow import keras

heights = np.random.normal(170, 10, 64)
weights = np.random.normal(70, 12, 64)
X = np.concatenate((heights, weights), axis=1)  #!
#= X = np.stack((heights, weights), axis=1)
y = np.random.randint(0, 2, 64)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1, activation='sigmoid')])
model.compile('sgd', 'binary_crossentropy')
model.fit(X, y)
