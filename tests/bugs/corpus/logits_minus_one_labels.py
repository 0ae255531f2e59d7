#: title: Labels -1 and 1 of a spreadsheet, a sparse loss
#: topic: logits
import numpy as np
from tensorflow import keras

X = np.random.randn(60, 4)
y = np.where(X[:, 0] > 0, 1, -1)  #?
#= y = np.where(X[:, 0] > 0, 1, 0)
model = keras.Sequential()
model.add(keras.Input(shape=(4,)))
model.add(keras.layers.Dense(12, activation='relu'))
model.add(keras.layers.Dense(2, activation='softmax'))
model.compile(optimizer='sgd', loss='sparse_categorical_crossentropy')
model.fit(X, y, epochs=1)  #!
