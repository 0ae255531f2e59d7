#: title: A table goes into a Conv1D network that a function builds
#: topic: rank
import numpy as np
import tensorflow as tf

def build(n_steps, n_channels):
    inp = tf.keras.Input(shape=(n_steps, n_channels))  #?
    h = tf.keras.layers.Conv1D(8, 3, padding="same")(inp)
    h = tf.keras.layers.GlobalMaxPooling1D()(h)
    return tf.keras.Model(inp, tf.keras.layers.Dense(2, activation="softmax")(h))

ecg = np.random.rand(30, 374)  #?
#+ ecg = ecg.reshape(30, 187, 2)
label = np.random.randint(0, 2, 30)
model = build(187, 2)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ecg, label, epochs=1)  #!
