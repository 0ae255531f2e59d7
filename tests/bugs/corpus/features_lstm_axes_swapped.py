#: title: Steps and features are swapped in the reshape
#: topic: features
import numpy as np
from keras.models import Model
from keras.layers import Input, LSTM, Dense

raw = np.random.rand(100, 12 * 5)
timesteps, n_features = 12, 5
X = raw.reshape(100, n_features, timesteps)
#= X = raw.reshape(100, timesteps, n_features)
y = np.random.rand(100, 1)

visible = Input(shape=(timesteps, n_features))  #?
hidden = LSTM(8)(visible)
output = Dense(1)(hidden)
model = Model(inputs=visible, outputs=output)
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, batch_size=20)  #!
