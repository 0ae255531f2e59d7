#: title: The test labels are cut look_back later than the test windows
#: topic: other
import numpy as np
import keras
from keras import layers

look_back = 8
data = np.cumsum(np.random.randn(320, 1), axis=0)

X, y = [], []
for t in range(look_back, len(data)):
    X.append(data[t - look_back:t])
    y.append(data[t])
X, y = np.array(X), np.array(y)

train_len = int(len(X) * .8)
X_train, X_test = X[:train_len], X[train_len:]
y_train, y_test = y[:train_len], y[train_len + look_back:]  #?
#= y_train, y_test = y[:train_len], y[train_len:]

model = keras.Sequential([
    layers.Input((look_back, 1)),
    layers.Bidirectional(layers.LSTM(8)),
    layers.Dense(1),
])
model.compile(loss="huber", optimizer="adam")
history = model.fit(X_train, y_train, epochs=1,
                    validation_data=(X_test, y_test),
                    callbacks=[keras.callbacks.EarlyStopping(patience=3)])  #!
