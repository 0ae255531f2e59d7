#: title: A helper builds the model for 64 pixels, the data function gives 48
#: topic: features
import numpy as np
from keras import layers, Model, Input

def load(n=20, size=48):
    x = np.random.rand(n, size, size, 3)
    y = np.random.randint(0, 2, n)
    return x, y

def build(size=64):
    inp = Input((size, size, 3))  #?
    x = layers.Conv2D(8, 3, activation="relu")(inp)
    x = layers.GlobalMaxPooling2D()(x)
    return Model(inp, layers.Dense(1, activation="sigmoid")(x))

x, y = load()  #?
model = build()
#= model = build(size=48)
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)  #!
