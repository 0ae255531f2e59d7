#: title: Arrays of an own loader, integers, and softmax with the categorical class
#: topic: loss
import numpy as np
import keras

def load(path_seed=3):
    rng = np.random.default_rng(path_seed)
    images = rng.random((50, 20, 20))
    targets = rng.integers(0, 6, size=50)
    return images, targets

images, targets = load()  #?
model = keras.models.Sequential()
model.add(keras.layers.Flatten(input_shape=(20, 20)))
model.add(keras.layers.Dense(6, activation="softmax"))
model.compile(optimizer="adam", loss=keras.losses.CategoricalCrossentropy(), metrics=["accuracy"])
#= model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
model.fit(images, targets, epochs=1)  #!
