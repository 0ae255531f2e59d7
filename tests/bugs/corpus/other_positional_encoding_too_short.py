#: title: The sinusoidal encoding has 50 positions, the texts are padded to 60
#: topic: other
import numpy as np
import tensorflow as tf

def positional_encoding(length, depth):
    depth = depth / 2
    positions = np.arange(length)[:, np.newaxis]
    depths = np.arange(depth)[np.newaxis, :] / depth
    angle_rates = 1 / (10000 ** depths)
    angle_rads = positions * angle_rates
    pos_encoding = np.concatenate([np.sin(angle_rads), np.cos(angle_rads)], axis=-1)
    return tf.cast(pos_encoding, dtype=tf.float32)

class PositionalEmbedding(tf.keras.layers.Layer):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.embedding = tf.keras.layers.Embedding(vocab_size, d_model)
        self.pos_encoding = positional_encoding(length=50, depth=d_model)  #?
        #= self.pos_encoding = positional_encoding(length=256, depth=d_model)

    def call(self, x):
        length = x.shape[1]
        x = self.embedding(x)
        x *= tf.math.sqrt(tf.cast(self.d_model, tf.float32))
        x = x + self.pos_encoding[tf.newaxis, :length, :]  #!
        return x

MAX_TOKENS = 60  #?
tokens = tf.keras.Input(shape=(MAX_TOKENS,), dtype="int64")
x = PositionalEmbedding(vocab_size=800, d_model=32)(tokens)  #!
x = tf.keras.layers.GlobalAveragePooling1D()(x)
model = tf.keras.Model(tokens, tf.keras.layers.Dense(1, activation="sigmoid")(x))
model.compile("adam", "binary_crossentropy")
