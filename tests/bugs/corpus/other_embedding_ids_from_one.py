#: title: User numbers count from 1 to 100, the table has 100 rows
#: topic: other
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(3)
user_ids = np.concatenate([np.arange(1, 101), rng.integers(1, 101, 200)])  #?
scores = rng.random(300)

user = keras.Input((1,), dtype='int32')
x = layers.Embedding(100, 8)(user)  #?
#= x = layers.Embedding(101, 8)(user)
x = layers.Flatten()(x)
model = keras.Model(user, layers.Dense(1)(x))
model.compile(loss='mse', optimizer='adam')
model.fit(user_ids, scores, epochs=1, batch_size=50)  #!
