#: title: MinMaxScaler is given one column as a vector
#: topic: other
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

df = pd.DataFrame({'close': np.random.rand(120), 'volume': np.random.rand(120)})
scaler = MinMaxScaler(feature_range=(0, 1))
scaled = scaler.fit_transform(df['close'].values)  #!
#= scaled = scaler.fit_transform(df['close'].values.reshape(-1, 1))
X = np.array([scaled[i:i + 10] for i in range(100)]).reshape(100, 10, 1)
y = scaled[10:110].reshape(-1)
model = Sequential([LSTM(4, input_shape=(10, 1)), Dense(1)])
model.compile('adam', 'mse')
model.fit(X, y)
