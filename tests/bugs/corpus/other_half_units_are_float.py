#: title: Half of the units, by the division that makes floats
#: topic: other
from tensorflow.keras import layers, Model

input_dim = 64
encoding_dim = 32
inp = layers.Input(shape=(input_dim,))
x = layers.Dense(encoding_dim, activation='relu')(inp)
x = layers.Dense(encoding_dim / 2, activation='relu')(x)  #!
#= x = layers.Dense(encoding_dim // 2, activation='relu')(x)
x = layers.Dense(encoding_dim, activation='relu')(x)
model = Model(inp, layers.Dense(input_dim)(x))
