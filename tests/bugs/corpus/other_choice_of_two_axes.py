#: title: np.random.choice is given the policy with its batch axis
#: topic: other
import numpy as np
from keras.models import Model
from keras.layers import Input, Dense
from keras.optimizers import Adam

class PolicyGradientAgent:
    def __init__(self, state_size, action_size):
        self.state_size = state_size
        self.action_size = action_size
        self.gamma = 0.99
        self.states, self.actions, self.rewards = [], [], []
        self.model = self.build()

    def build(self):
        inp = Input(shape=(self.state_size,))
        x = Dense(24, activation="relu")(inp)
        probs = Dense(self.action_size, activation="softmax")(x)
        model = Model(inp, probs)
        model.compile(loss="categorical_crossentropy", optimizer=Adam(1e-3))
        return model

    def get_action(self, state):
        state = state.reshape((1, self.state_size))
        policy = self.model.predict(state, batch_size=1, verbose=0)  #?
        #= policy = self.model.predict(state, batch_size=1, verbose=0).flatten()
        return np.random.choice(self.action_size, 1, p=policy)[0]  #!

    def append_sample(self, state, action, reward):
        self.states.append(state)
        self.rewards.append(reward)
        act = np.zeros(self.action_size)
        act[action] = 1
        self.actions.append(act)

agent = PolicyGradientAgent(4, 2)
state = np.random.rand(4)
for t in range(5):
    action = agent.get_action(state)  #!
    agent.append_sample(state, action, 1.0)
