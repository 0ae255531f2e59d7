#: title: inverse_transform of a forecast with three axes
#: topic: other
import numpy as np
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import GRU, TimeDistributed, Dense

scaler = StandardScaler()
table = scaler.fit_transform(np.random.rand(90, 1))
X = np.array([table[i:i + 8] for i in range(60)])
model = Sequential([GRU(6, return_sequences=True, input_shape=(8, 1)), TimeDistributed(Dense(1))])
model.compile('adam', 'mse')
Y_pred = model.predict(X)  #?
back = scaler.inverse_transform(Y_pred)  #!
#= back = scaler.inverse_transform(Y_pred.reshape(-1, 1))
