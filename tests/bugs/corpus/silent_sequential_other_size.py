#: title: A Sequential declares 64 pixels and runs on 32
#: topic: silent
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = np.random.rand(16, 32, 32, 3)  #?
y = np.random.randint(0, 2, 16)
model = keras.Sequential([
    keras.Input(shape=(64, 64, 3)),
    #= keras.Input(shape=(32, 32, 3)),
    layers.Conv2D(4, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)  #~
#: check
assert tuple(model.input_shape[1:]) == tuple(x.shape[1:])
