#: title: A single window is given to predict as a flat array
#: topic: rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import SimpleRNN, Dense

data = np.arange(120, dtype=float)
n_steps = 6
X = np.array([data[i:i + n_steps] for i in range(len(data) - n_steps)])
y = np.array([data[i + n_steps] for i in range(len(data) - n_steps)])
X = X.reshape((X.shape[0], n_steps, 1))

model = Sequential()
model.add(SimpleRNN(16, input_shape=(n_steps, 1)))  #?
model.add(Dense(1))
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, verbose=0)

last = np.array([115, 116, 117, 118, 119, 120])  #?
#+ last = last.reshape((1, n_steps, 1))
print(model.predict(last))  #!
