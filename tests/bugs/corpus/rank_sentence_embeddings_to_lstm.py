#: title: Sentence vectors go into a bidirectional LSTM
#: topic: rank
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Bidirectional, Dense, Input, LSTM

embeddings = np.random.normal(size=(64, 384)).astype('float32')  #?
#= embeddings = np.random.normal(size=(64, 1, 384)).astype('float32')
labels = np.random.randint(0, 2, size=64)

inp = Input(shape=(1, 384))  #?
x = Bidirectional(LSTM(16))(inp)
x = Dense(1, activation='sigmoid')(x)
clf = tf.keras.Model(inp, x)
clf.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer='adam')
clf.fit(embeddings, labels, epochs=2)  #!
