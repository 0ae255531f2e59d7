#: title: The Q targets are one number a transition, the network gives one for each action
#: topic: labels
import numpy as np
from keras import Sequential
from keras.layers import Dense, Input
from keras.optimizers import Adam

class ReplayBuffer(object):
    def __init__(self, max_size, input_shape, n_actions):
        self.mem_size = max_size
        self.mem_cntr = 0
        self.state_memory = np.zeros((self.mem_size, input_shape))
        self.new_state_memory = np.zeros((self.mem_size, input_shape))
        self.action_memory = np.zeros(self.mem_size, dtype=np.int8)
        self.reward_memory = np.zeros(self.mem_size)
        self.terminal_memory = np.zeros(self.mem_size, dtype=np.float32)

    def store_transition(self, state, action, reward, state_, done):
        index = self.mem_cntr % self.mem_size
        self.state_memory[index] = state
        self.new_state_memory[index] = state_
        self.action_memory[index] = action
        self.reward_memory[index] = reward
        self.terminal_memory[index] = 1 - done
        self.mem_cntr += 1

    def sample_buffer(self, batch_size):
        max_mem = min(self.mem_cntr, self.mem_size)
        batch = np.random.choice(max_mem, batch_size)
        return (self.state_memory[batch], self.action_memory[batch], self.reward_memory[batch],
                self.new_state_memory[batch], self.terminal_memory[batch])

def build_dqn(lr, n_actions, input_dims, fc1_dims, fc2_dims):
    model = Sequential([
        Input((input_dims,)),
        Dense(fc1_dims, activation='relu'),
        Dense(fc2_dims, activation='relu'),
        Dense(n_actions)])  #?
    model.compile(optimizer=Adam(learning_rate=lr), loss='mse')
    return model

class Agent(object):
    def __init__(self, alpha, gamma, n_actions, batch_size, input_dims, mem_size=1000):
        self.action_space = [i for i in range(n_actions)]
        self.gamma = gamma
        self.batch_size = batch_size
        self.memory = ReplayBuffer(mem_size, input_dims, n_actions)
        self.q_eval = build_dqn(alpha, n_actions, input_dims, 64, 64)

    def learn(self):
        if self.memory.mem_cntr < self.batch_size:
            return
        state, action, reward, new_state, done = self.memory.sample_buffer(self.batch_size)
        q_next = self.q_eval.predict(new_state, verbose=0)
        q_target = reward + self.gamma * np.max(q_next, axis=1) * done  #?
        #= q_target = self.q_eval.predict(state, verbose=0)
        #= q_target[np.arange(self.batch_size), action] = reward + self.gamma * np.max(q_next, axis=1) * done
        _ = self.q_eval.fit(state, q_target, verbose=0)  #!

agent = Agent(alpha=0.0005, gamma=0.99, n_actions=4, batch_size=32, input_dims=8)
observation = np.random.rand(8)
for i in range(40):
    observation_ = np.random.rand(8)
    agent.memory.store_transition(observation, np.random.choice(agent.action_space), 0.5, observation_, int(i % 10 == 9))
    observation = observation_
    agent.learn()  #!
