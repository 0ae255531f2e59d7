#: title: The state has two numbers, the network takes ten
#: topic: features
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Flatten

def embed_battle(powers, multipliers):
    return np.array([powers.max(), multipliers.max()])  #?
    #= return np.concatenate([powers, multipliers, [0.0, 1.0]])

model = Sequential()
model.add(Dense(128, activation='elu', input_shape=(1, 10)))  #?
model.add(Flatten())
model.add(Dense(64, activation='elu'))
model.add(Dense(4, activation='linear'))
state = embed_battle(np.ones(4), np.ones(4))
q_values = model.predict(state.reshape(1, 1, -1))  #!
