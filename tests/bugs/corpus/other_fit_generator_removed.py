#: title: fit_generator of old tutorials
#: topic: other
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

def batches():
    while True:
        yield np.random.rand(8, 4), np.random.rand(8, 1)

model = Sequential([Dense(8, activation="relu", input_shape=(4,)), Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit_generator(batches(), steps_per_epoch=3, epochs=1)  #!
#= model.fit(batches(), steps_per_epoch=3, epochs=1)
