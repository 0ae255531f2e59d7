#: title: The scaler learned six columns, the forecast has one
#: topic: other
import numpy as np
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

data = np.random.rand(150, 6)
scaler = MinMaxScaler()
scaled = scaler.fit_transform(data)  #?
#+ target_scaler = MinMaxScaler().fit(data[:, :1])
X = np.stack([scaled[i:i + 12] for i in range(120)])
y = scaled[12:132, 0]
model = Sequential()
model.add(LSTM(8, input_shape=(12, 6)))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=1)
prediction = model.predict(X)
real = scaler.inverse_transform(prediction)  #!
#= real = target_scaler.inverse_transform(prediction)
