#: title: A DQN predicts on the bare state
#: topic: rank
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import Adam

class Agent:
    def __init__(self, state_size, action_size):
        self.state_size = state_size
        self.action_size = action_size
        self.model = self._build_model()

    def _build_model(self):
        model = Sequential()
        model.add(Dense(24, input_dim=self.state_size, activation='relu'))  #?
        model.add(Dense(self.action_size, activation='linear'))
        model.compile(loss='mse', optimizer=Adam(learning_rate=0.001))
        return model

    def act(self, state):
        q = self.model.predict(state, verbose=0)  #!
        return np.argmax(q[0])

agent = Agent(4, 2)
state = np.random.uniform(-1, 1, size=(4,))  #?
#= state = np.random.uniform(-1, 1, size=(1, 4))
action = agent.act(state)  #!
print(action)
