#: title: A transformer block after the pooling
#: topic: layer-rank
import tensorflow as tf
from tensorflow.keras import layers

def transformer_block(x, heads, width):
    attention = layers.MultiHeadAttention(num_heads=heads, key_dim=width)(x, x)
    x = layers.LayerNormalization(epsilon=1e-6)(x + attention)
    ff = layers.Dense(width, activation="relu")(x)
    return layers.LayerNormalization(epsilon=1e-6)(x + ff)  #!

inputs = layers.Input(shape=(50,))
x = layers.Embedding(1000, 32)(inputs)
x = transformer_block(x, 2, 48)  #?
#= x = transformer_block(x, 2, 32)
x = layers.GlobalAveragePooling1D()(x)
model = tf.keras.Model(inputs, layers.Dense(2, activation="softmax")(x))
