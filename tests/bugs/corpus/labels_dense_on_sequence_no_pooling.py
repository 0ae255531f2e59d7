#: title: Dense after an Embedding: one output for every word instead of one for the text
#: topic: labels
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

vocab, maxlen = 5000, 80
(x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words=vocab)
x_train = keras.preprocessing.sequence.pad_sequences(x_train, maxlen=maxlen)
x_test = keras.preprocessing.sequence.pad_sequences(x_test, maxlen=maxlen)
y_train = keras.utils.to_categorical(y_train, 2)
y_test = keras.utils.to_categorical(y_test, 2)

inputs = layers.Input(shape=(maxlen,))
x = layers.Embedding(vocab, 16)(inputs)  #?
#+ x = layers.GlobalAveragePooling1D()(x)
x = layers.Dense(20, activation="relu")(x)  #?
outputs = layers.Dense(2, activation="softmax")(x)  #?
model = keras.Model(inputs=inputs, outputs=outputs)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=32, epochs=2, validation_data=(x_test, y_test))  #!
