#: title: x is a Python list of arrays, one for each sample
#: topic: other
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x_train, y_train = [], []
for i in range(20):
    x_train.append(np.random.rand(16))
    y_train.append(i % 2)
y_train = np.array(y_train)

model = keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x_train, y_train, epochs=2)  #!
#= model.fit(np.array(x_train), y_train, epochs=2)
