#: title: The series is reshaped to three axes before the TimeseriesGenerator makes windows of it
#: topic: rank
import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense, LSTM
from tensorflow.keras.preprocessing.sequence import TimeseriesGenerator
from sklearn.preprocessing import MinMaxScaler

df = pd.read_csv('sales.csv', index_col='month')
train = df.iloc[:60]
test = df.iloc[60:]
scaler = MinMaxScaler()
scaler.fit(train)
scaled_train = scaler.transform(train)
scaled_train = scaled_train.reshape((len(scaled_train), 1, 2))  #-
n_input = 12
n_features = 2
generator = TimeseriesGenerator(scaled_train, scaled_train, length=n_input, batch_size=4)  #?
X, y = generator[0]
print(X.shape)

model = Sequential()
model.add(LSTM(20, activation='relu', input_shape=(n_input, n_features)))  #?
model.add(Dense(n_features))
model.compile(optimizer='adam', loss='mse')
model.fit(generator, epochs=1)  #!
#: files
csv("sales.csv", 72, {"month": range(1, 73), "sales": (10.0, 400.0), "price": (1.0, 3.0)})
