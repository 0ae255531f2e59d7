#: title: LSTM with input_shape=X.shape in functional code
#: topic: layer-rank
import numpy as np
from tensorflow.keras.layers import Dense, Input, LSTM
from tensorflow.keras.models import Model

X = np.random.rand(70, 9, 2)
y = np.random.rand(70)
inputs = Input(shape=X.shape)
#= inputs = Input(shape=X.shape[1:])
h = LSTM(8)(inputs)  #!
model = Model(inputs, Dense(1)(h))
model.compile('adam', 'mse')
model.fit(X, y)
