#: title: The state's row of the identity matrix has one axis
#: topic: rank
import random
import numpy as np
from keras.models import Sequential
from keras.layers import InputLayer, Dense

class Lake:
    n_states = 16
    n_actions = 4
    def reset(self):
        self.s = 0
        return self.s
    def step(self, a):
        self.s = (self.s + [-1, 4, 1, -4][a]) % self.n_states
        done = self.s == 15
        return self.s, float(done), done, {}

env = Lake()
discount_factor = 0.95
eps = 0.5
eps_decay_factor = 0.999
num_episodes = 2

model = Sequential()
model.add(InputLayer(batch_shape=(1, env.n_states)))  #?
model.add(Dense(20, activation='relu'))
model.add(Dense(env.n_actions, activation='linear'))
model.compile(loss='mse', optimizer='adam', metrics=['mae'])

for i in range(num_episodes):
    state = env.reset()
    eps *= eps_decay_factor
    for _ in range(5):
        if np.random.random() < eps:
            action = np.random.randint(0, env.n_actions)
        else:
            action = np.argmax(model.predict(np.identity(env.n_states)[state]))  #! #?
            #= action = np.argmax(model.predict(np.identity(env.n_states)[state:state + 1]))
        new_state, reward, done, _ = env.step(action)
        target = reward + discount_factor * np.max(model.predict(np.identity(env.n_states)[new_state]))  #! #?
        #= target = reward + discount_factor * np.max(model.predict(np.identity(env.n_states)[new_state:new_state + 1]))
        target_vector = model.predict(np.identity(env.n_states)[state:state + 1])[0]
        target_vector[action] = target
        model.fit(np.identity(env.n_states)[state:state + 1], target_vector.reshape(-1, env.n_actions), epochs=1, verbose=0)
        state = new_state
        if done:
            break
