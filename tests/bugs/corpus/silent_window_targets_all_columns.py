#: title: The window's target is a whole row of four prices, the network gives one
#: topic: silent
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.layers import LSTM, Dropout, Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv('AAPL.csv', parse_dates=['Date'])
cols = ['Open', 'High', 'Low', 'Close']
train_data = StandardScaler().fit_transform(df[cols].astype(float))

n_past = 14
trainX, trainY = [], []
for i in range(n_past, len(train_data)):
    trainX.append(train_data[i - n_past:i, :])
    trainY.append(train_data[i])  #?
    #= trainY.append(train_data[i, 3:4])
trainX, trainY = np.array(trainX), np.array(trainY)
print('trainX shape == {}.'.format(trainX.shape))
print('trainY shape == {}.'.format(trainY.shape))

model = Sequential()
model.add(LSTM(16, activation='relu', input_shape=(trainX.shape[1], trainX.shape[2]), return_sequences=True))
model.add(LSTM(8, activation='relu', return_sequences=False))
model.add(Dropout(0.2))
model.add(Dense(1))  #?
model.compile(optimizer='adam', loss='mse')
history = model.fit(trainX, trainY, epochs=1, batch_size=16, validation_split=0.1, verbose=1)  #~
#: files
csv("AAPL.csv", 90, {"Date": ["2021-01-04"], "Open": (100.0, 120.0), "High": (120.0, 125.0), "Low": (95.0, 100.0), "Close": (100.0, 120.0)})
#: check
assert model.output_shape[-1] == trainY.shape[-1]
