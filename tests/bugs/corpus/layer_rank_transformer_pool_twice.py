#: title: Two global poolings in a row
#: topic: layer-rank
from tensorflow import keras
from tensorflow.keras import layers

inputs = keras.Input(shape=(100, 16))
x = layers.MultiHeadAttention(num_heads=2, key_dim=8)(inputs, inputs)
x = layers.GlobalAveragePooling1D()(x)  #?
x = layers.Dense(32, activation="relu")(x)  #?
x = layers.GlobalAveragePooling1D()(x)  #! #-
outputs = layers.Dense(2, activation="softmax")(x)
model = keras.Model(inputs, outputs)
