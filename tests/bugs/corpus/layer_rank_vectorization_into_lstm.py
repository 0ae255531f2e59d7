#: title: Word numbers go into an LSTM without an Embedding
#: topic: layer-rank
import tensorflow as tf
from tensorflow.keras import layers

sentences = tf.constant(["a good film", "what a bad film", "good", "not so good"])
encoder = layers.TextVectorization(max_tokens=100, output_sequence_length=8)
encoder.adapt(sentences)

inputs = layers.Input(shape=(1,), dtype=tf.string)
x = encoder(inputs)
#+ x = layers.Embedding(100, 16)(x)
x = layers.LSTM(16)(x)  #!
outputs = layers.Dense(1, activation='sigmoid')(x)
model = tf.keras.Model(inputs, outputs)
