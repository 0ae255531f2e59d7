#: title: Two outputs, their losses swapped
#: topic: labels
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

inp = keras.Input((24,))
h = layers.Dense(16, activation='relu')(inp)
kind = layers.Dense(6, activation='softmax', name='kind')(h)
age = layers.Dense(1, name='age')(h)
model = keras.Model(inp, [age, kind])  #?
#= model = keras.Model(inp, [kind, age])
model.compile('adam', loss=['sparse_categorical_crossentropy', 'mse'])  #?
X = np.random.rand(30, 24)
kinds, ages = np.random.randint(0, 6, 30), np.random.rand(30)
model.fit(X, [kinds, ages], epochs=1)  #!
