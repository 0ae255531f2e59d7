#: title: Remembered states have a batch axis each, the replay makes an array of them
#: topic: rank
import random
from collections import deque
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.optimizers import Adam

EPISODES = 3

class CartWorld:
    def __init__(self):
        self.state_size = 4
        self.action_size = 2
    def reset(self):
        return np.random.uniform(-0.05, 0.05, size=self.state_size)
    def step(self, action):
        return np.random.uniform(-1, 1, size=self.state_size), 1.0, random.random() < 0.1

class DQNAgent:
    def __init__(self, state_size, action_size):
        self.state_size = state_size
        self.action_size = action_size
        self.memory = deque(maxlen=2000)
        self.gamma = 0.95
        self.epsilon = 1.0
        self.epsilon_min = 0.01
        self.epsilon_decay = 0.995
        self.model = self._build_model()

    def _build_model(self):
        model = Sequential()
        model.add(Dense(24, input_dim=self.state_size, activation='relu'))  #?
        model.add(Dense(24, activation='relu'))
        model.add(Dense(self.action_size, activation='linear'))
        model.compile(loss='mse', optimizer=Adam(learning_rate=0.001))
        return model

    def remember(self, state, action, reward, next_state, done):
        self.memory.append((state, action, reward, next_state, done))

    def act(self, state):
        if np.random.rand() <= self.epsilon:
            return random.randrange(self.action_size)
        return np.argmax(self.model.predict(state, verbose=0)[0])

    def replay(self, batch_size):
        minibatch = random.sample(self.memory, batch_size)
        states = np.array([m[0] for m in minibatch])  #?
        #= states = np.vstack([m[0] for m in minibatch])
        actions = np.array([m[1] for m in minibatch])
        rewards = np.array([m[2] for m in minibatch])
        next_states = np.array([m[3] for m in minibatch])  #?
        #= next_states = np.vstack([m[3] for m in minibatch])
        dones = np.array([m[4] for m in minibatch])
        targets = self.model.predict(states, verbose=0)  #!
        q_next = self.model.predict(next_states, verbose=0)
        targets[np.arange(batch_size), actions] = rewards + self.gamma * np.amax(q_next, axis=1) * (1 - dones)
        self.model.fit(states, targets, epochs=1, verbose=0)
        if self.epsilon > self.epsilon_min:
            self.epsilon *= self.epsilon_decay

if __name__ == "__main__":
    env = CartWorld()
    agent = DQNAgent(env.state_size, env.action_size)
    batch_size = 16
    for e in range(EPISODES):
        state = env.reset()
        state = np.reshape(state, [1, env.state_size])
        for time in range(30):
            action = agent.act(state)
            next_state, reward, done = env.step(action)
            reward = reward if not done else -10
            next_state = np.reshape(next_state, [1, env.state_size])
            agent.remember(state, action, reward, next_state, done)
            state = next_state
            if len(agent.memory) > batch_size:
                agent.replay(batch_size)  #!
            if done:
                break
