#: title: The middle of three bidirectional LSTMs gives one vector
#: topic: layer-rank
import tensorflow as tf
from tensorflow.keras import layers

vocab_size = 3000
model = tf.keras.Sequential([
    layers.Input(shape=(50,)),
    layers.Embedding(vocab_size, 32),
    layers.Bidirectional(layers.LSTM(32, return_sequences=True)),
    layers.Bidirectional(layers.LSTM(16)),
    #= layers.Bidirectional(layers.LSTM(16, return_sequences=True)),
    layers.Dropout(0.3),
    layers.Bidirectional(layers.LSTM(8)),  #!
    layers.Dense(4, activation='softmax'),
])
model.summary()
