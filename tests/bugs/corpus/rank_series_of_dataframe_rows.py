#: title: A multivariate table goes into an LSTM as it is
#: topic: rank
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

df = pd.read_csv('sales.csv')
values = MinMaxScaler().fit_transform(df.values)
X, y = values[:, :-1], values[:, -1]  #?
#+ X = X.reshape((X.shape[0], 1, X.shape[1]))
n_train = 40
train_X, test_X = X[:n_train], X[n_train:]
train_y, test_y = y[:n_train], y[n_train:]

model = Sequential()
model.add(LSTM(10, input_shape=(train_X.shape[0], train_X.shape[1])))  #?
#= model.add(LSTM(10, input_shape=(train_X.shape[1], train_X.shape[2])))
model.add(Dense(1))
model.compile(loss='mae', optimizer='adam')
model.fit(train_X, train_y, epochs=3, batch_size=8, validation_data=(test_X, test_y), shuffle=False)  #!
#: files
csv("sales.csv", 52, {"qty": (0.0, 100.0), "w1": (0.0, 100.0), "w2": (0.0, 100.0), "festival": [0, 1], "target": (0.0, 100.0)})
