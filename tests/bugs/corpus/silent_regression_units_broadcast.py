#: title: Three outputs against one target with mae: broadcast without a word
#: topic: silent
import numpy as np
from tensorflow import keras

X = np.random.rand(200, 6)
y = X.sum(axis=1, keepdims=True)  #?

model = keras.Sequential([
    keras.layers.Dense(32, activation='relu', input_shape=(6,)),
    keras.layers.Dense(3)
    #= keras.layers.Dense(1)
])
model.compile(optimizer='adam', loss='mae')
model.fit(X, y, epochs=5, batch_size=20)  #~
#: check
assert model.predict(X).shape[1] == 1 or y.shape[1] == 3
