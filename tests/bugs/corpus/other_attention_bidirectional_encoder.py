#: title: Attention between a bidirectional encoder and a decoder with half of its features
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

def build(src_vocab, tgt_vocab, units=64):
    src = tf.keras.Input((None,), name="src")
    tgt = tf.keras.Input((None,), name="tgt")
    enc = layers.Embedding(src_vocab, 48, mask_zero=True)(src)
    enc = layers.Bidirectional(layers.GRU(units, return_sequences=True))(enc)
    dec = layers.Embedding(tgt_vocab, 48, mask_zero=True)(tgt)
    dec = layers.GRU(units, return_sequences=True)(dec)  #?
    #= dec = layers.GRU(2 * units, return_sequences=True)(dec)
    context = layers.Attention()([dec, enc])  #?
    out = layers.Concatenate()([dec, context])
    out = layers.Dense(tgt_vocab, activation="softmax")(out)
    return tf.keras.Model([src, tgt], out)

model = build(500, 400)
model.compile("adam", "sparse_categorical_crossentropy")
x_src = np.random.randint(1, 500, (24, 9))
x_tgt = np.random.randint(1, 400, (24, 8))
model.fit({"src": x_src, "tgt": x_tgt[:, :-1]}, x_tgt[:, 1:], epochs=1, batch_size=8)  #!
