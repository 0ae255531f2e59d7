#: title: Input of the number of states, for an actor and critic
#: topic: other
import numpy as np
from tensorflow.keras.layers import Input, Dense
from tensorflow.keras.models import Model

class Agent:
    def __init__(self, state_dim, action_dim):
        self.state_dim = state_dim
        self.action_dim = action_dim
        self.model = self.network()

    def network(self):
        inp = Input(self.state_dim)  #!
        #= inp = Input((self.state_dim,))
        x = Dense(24, activation='relu')(inp)
        x = Dense(24, activation='relu')(x)
        return Model(inp, Dense(self.action_dim, activation='linear')(x))

agent = Agent(4, 2)  #?
q = agent.model.predict(np.zeros((1, 4)))
