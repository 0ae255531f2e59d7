#: title: Two targets, one output
#: topic: labels
import numpy as np
import pandas as pd
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

df = pd.read_csv('robot.csv')
X = df[['a1', 'a2', 'a3']].values
Y = df[['x', 'y']].values  #?

model = Sequential()
model.add(Dense(20, input_dim=3, kernel_initializer='normal', activation='relu'))
model.add(Dense(3))
#= model.add(Dense(2))
model.compile(loss='mse', optimizer='adam')
model.fit(X, Y, epochs=4, verbose=0)  #!
#: files
csv("robot.csv", 40, {"a1": (0.0, 3.0), "a2": (0.0, 3.0), "a3": (0.0, 3.0), "x": (0.0, 1.0), "y": (0.0, 1.0)})
