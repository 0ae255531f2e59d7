#: title: One-hot columns make the table wider than input_dim
#: topic: features
import numpy as np
import pandas as pd
from tensorflow import keras

df = pd.DataFrame({'age': np.random.randint(18, 80, 30), 'city': ['rome', 'oslo', 'bern'] * 10, 'paid': [0, 1] * 15})
y = df.pop('paid').values
X = pd.get_dummies(df).astype('float32').values  #?
model = keras.models.Sequential()
model.add(keras.layers.Dense(8, input_dim=2, activation='relu'))
#= model.add(keras.layers.Dense(8, input_dim=4, activation='relu'))
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)  #!
