#: title: reshape(n, t, 1) of windows that already have several features
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

series = np.random.rand(200, 4)
X, y = [], []
for i in range(len(series) - 30):
    X.append(series[i:i + 30])
    y.append(series[i + 30, 0])
X, y = np.array(X), np.array(y)
X = X.reshape(X.shape[0], X.shape[1], 1)  #!
#= X = X.reshape(X.shape[0], X.shape[1], 4)
model = Sequential([LSTM(8, input_shape=(30, X.shape[2])), Dense(1)])
model.compile('adam', 'mse')
model.fit(X, y, epochs=1)
