#: title: A stateful LSTM for batches of 8 predicts one sequence
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Input, LSTM, Dense

model = Sequential()
model.add(Input(batch_shape=(8, 5, 2)))
model.add(LSTM(4, stateful=True))  #?
#= model.add(LSTM(4))
model.add(Dense(1))
model.compile('adam', 'mse')
X, y = np.random.rand(40, 5, 2), np.random.rand(40)
model.fit(X, y, batch_size=8, epochs=1, shuffle=False)
one = model.predict(X[:1])  #!
