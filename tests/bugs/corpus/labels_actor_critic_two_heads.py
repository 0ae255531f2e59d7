#: title: Advantages for the policy head are one number, the head has three actions
#: topic: labels
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input
from keras.utils import to_categorical

class A2C:
    def __init__(self, obs_shape=(6,), n_actions=3, gamma=0.99):
        self.obs_shape = obs_shape
        self.n_actions = n_actions
        self.gamma = gamma
        self.net = self._network()

    def _network(self):
        state = Input(shape=self.obs_shape)
        h = Dense(32, activation="tanh")(state)
        policy = Dense(self.n_actions, activation="softmax", name="policy")(h)  #?
        value = Dense(1, name="value")(h)
        net = Model(inputs=[state], outputs=[policy, value])
        net.compile(optimizer="rmsprop", loss=["categorical_crossentropy", "mse"])
        return net

    def discount(self, rewards):
        out = np.zeros_like(rewards, dtype=np.float32)
        total = 0.0
        for t in reversed(range(len(rewards))):
            total = rewards[t] + self.gamma * total
            out[t] = total
        return out

    def update(self, states, actions, rewards):
        returns = self.discount(rewards)
        _, values = self.net.predict(states, verbose=0)
        advantages = returns - values.ravel()  #?
        #= advantages = to_categorical(actions, self.n_actions) * (returns - values.ravel())[:, None]
        return self.net.train_on_batch(states, [advantages, returns])  #!

agent = A2C()
states = np.random.randn(25, 6)
actions = np.random.randint(0, 3, 25)
rewards = np.random.rand(25)
print(agent.update(states, actions, rewards))  #!
