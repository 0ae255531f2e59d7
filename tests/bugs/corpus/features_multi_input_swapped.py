#: title: Two inputs are given in the wrong order
#: topic: features
import numpy as np
from tensorflow.keras.layers import Input, Dense, concatenate, LSTM
from tensorflow.keras.models import Model

series = np.random.rand(40, 24, 3)
static = np.random.rand(40, 7)
target = np.random.rand(40, 1)

series_in = Input(shape=(24, 3), name="series")
static_in = Input(shape=(7,), name="static")
x = LSTM(8)(series_in)
x = concatenate([x, static_in])
out = Dense(1)(x)
model = Model(inputs=[series_in, static_in], outputs=out)  #?
model.compile(loss="mse", optimizer="adam")
model.fit([static, series], target, epochs=2)  #!
#= model.fit([series, static], target, epochs=2)
