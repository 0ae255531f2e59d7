#: title: The table became one sequence, the targets are still 99
#: topic: other
import numpy as np
import pandas as pd
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

df = pd.DataFrame(np.random.rand(99, 13))
x = df.iloc[:, :12].values
y = df.iloc[:, 12].values  #?
x_lstm = x.reshape(1, x.shape[0], x.shape[1])  #?
#= x_lstm = x.reshape(x.shape[0], 1, x.shape[1])
model = Sequential()
model.add(LSTM(8, input_shape=(x_lstm.shape[1], x_lstm.shape[2])))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(x_lstm, y, epochs=2)  #!
