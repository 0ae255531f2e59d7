#: title: The decoder's first token is made without the axis of steps
#: topic: rank
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, GRU, Dense
from tensorflow.keras import Model

n_in, n_out, units = 12, 18, 20

enc_in = Input((None, n_in))
_, enc_state = GRU(units, return_state=True)(enc_in)
dec_in = Input((None, n_out))
dec_gru = GRU(units, return_sequences=True, return_state=True)
dec_seq, _ = dec_gru(dec_in, initial_state=enc_state)
dec_dense = Dense(n_out, activation="softmax")
train_model = Model([enc_in, dec_in], dec_dense(dec_seq))
train_model.compile("adam", "categorical_crossentropy")
xs = tf.keras.utils.to_categorical(np.random.randint(0, n_in, (30, 7)), n_in)
ys = tf.keras.utils.to_categorical(np.random.randint(0, n_out, (30, 6)), n_out)
train_model.fit([xs, ys[:, :-1]], ys[:, 1:], epochs=1, verbose=0)

encoder = Model(enc_in, enc_state)
state_in = Input((units,))
seq, state_out = dec_gru(dec_in, initial_state=state_in)
decoder = Model([dec_in, state_in], [dec_dense(seq), state_out])

def translate(sample, steps=5):
    state = encoder.predict(sample, verbose=0)
    target_seq = np.zeros((1, n_out))  #?
    #= target_seq = np.zeros((1, 1, n_out))
    target_seq[0, 0] = 1
    #= target_seq[0, 0, 0] = 1
    words = []
    for _ in range(steps):
        probs, state = decoder.predict([target_seq, state], verbose=0)  #!
        best = int(np.argmax(probs[0, -1]))
        words.append(best)
        target_seq = np.eye(n_out)[best].reshape(1, 1, -1)
    return words

print(translate(xs[:1]))  #!
