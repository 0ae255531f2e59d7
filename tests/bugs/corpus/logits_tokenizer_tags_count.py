#: title: Tag indices start at 1, the tagger has as many units as tags
#: topic: logits
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras import layers, models

texts = ["he runs fast", "she sings", "dogs bark loud"]
tags = ["PRON VERB ADV", "PRON VERB", "NOUN VERB ADV"]
wt, tt = Tokenizer(), Tokenizer(lower=False)
wt.fit_on_texts(texts)
tt.fit_on_texts(tags)
X = pad_sequences(wt.texts_to_sequences(texts), maxlen=5, padding="post")
Y = pad_sequences(tt.texts_to_sequences(tags), maxlen=5, padding="post")  #?
n_tags = len(tt.word_index)
#= n_tags = len(tt.word_index) + 1
model = models.Sequential([
    layers.Embedding(len(wt.word_index) + 1, 8),
    layers.Bidirectional(layers.LSTM(6, return_sequences=True)),
    layers.Dense(n_tags, activation="softmax"),  #?
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(X, Y, epochs=1)  #!
