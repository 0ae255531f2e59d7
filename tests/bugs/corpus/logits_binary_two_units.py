#: title: Two output units with binary_crossentropy and labels 0 and 1
#: topic: logits
import numpy as np
import keras
from keras import layers

x = np.random.rand(120, 20)
y = np.random.randint(0, 2, size=(120, 1))

model = keras.Sequential(
    [
        layers.Input((20,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(2, activation="sigmoid"),
        #= layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, batch_size=32, epochs=4, validation_split=0.1)  #!
