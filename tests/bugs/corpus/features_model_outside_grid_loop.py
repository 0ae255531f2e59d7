#: title: The model is built before the loop over window sizes
#: topic: features
import itertools
import numpy as np
from keras.layers import Input, Dense
from keras.models import Model

series = np.sin(np.arange(400) / 10.0)

def make_lags(values, n_lags):
    X, y = [], []
    for i in range(len(values) - n_lags):
        X.append(values[i:i + n_lags])
        y.append(values[i + n_lags])
    return np.array(X), np.array(y)

def build_model(n_lags, units=16):
    inp = Input(shape=(n_lags,))
    h = Dense(units, activation="relu")(inp)
    out = Dense(1)(h)
    m = Model(inputs=inp, outputs=out)
    m.compile(loss="mse", optimizer="adam")
    return m

lags = [6, 12]
units = [8, 16]
results = {}
model = build_model(lags[0])  #?
#= 
for n_lags, n_units in itertools.product(lags, units):
    X, y = make_lags(series, n_lags)  #?
    #+ model = build_model(n_lags, n_units)
    history = model.fit(X, y, epochs=1, batch_size=32, verbose=0)  #!
    results[(n_lags, n_units)] = history.history["loss"][-1]

best = min(results, key=results.get)
print("best:", best)
