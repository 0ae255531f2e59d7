#: title: Position embeddings for 100 places, the sentences have 120
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

class TokenAndPositionEmbedding(layers.Layer):
    def __init__(self, maxlen, vocab_size, embed_dim):
        super().__init__()
        self.token_emb = layers.Embedding(vocab_size, embed_dim)
        self.positions = self.add_weight(shape=(maxlen, embed_dim), initializer="uniform", name="positions")

    def call(self, x):
        return self.token_emb(x) + self.positions  #!

maxlen = 120
inputs = layers.Input(shape=(maxlen,))
x = TokenAndPositionEmbedding(100, 2000, 16)(inputs)  #?
#= x = TokenAndPositionEmbedding(maxlen, 2000, 16)(inputs)
x = layers.GlobalAveragePooling1D()(x)
model = tf.keras.Model(inputs, layers.Dense(2, activation="softmax")(x))
