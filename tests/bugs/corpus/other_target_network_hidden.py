#: title: The target network has other hidden layers than the online one
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

class DoubleDQN:
    def __init__(self, n_obs, n_actions, hidden=(64, 64)):
        self.n_obs = n_obs
        self.n_actions = n_actions
        self.online = self.create_network(hidden)  #?
        self.target = self.create_network()  #?
        #= self.target = self.create_network(hidden)
        self.update_target()  #!

    def create_network(self, hidden=(32, 32)):
        net = tf.keras.Sequential(name="q")
        net.add(tf.keras.Input((self.n_obs,)))
        for i, n in enumerate(hidden):
            net.add(layers.Dense(n, activation="relu", name=f"fc{i}"))
        net.add(layers.Dense(self.n_actions, name="q_values"))
        net.compile(tf.keras.optimizers.Adam(1e-3), loss="huber")
        return net

    def update_target(self, tau=1.0):
        if tau == 1.0:
            self.target.set_weights(self.online.get_weights())  #!
        else:
            new = [tau * a + (1 - tau) * b for a, b in zip(self.online.get_weights(), self.target.get_weights())]
            self.target.set_weights(new)

agent = DoubleDQN(8, 4)
q = agent.online.predict(np.zeros((1, 8)))
print(q.argmax())
