#: title: Sentences are padded to 12 words, their tags to 10
#: topic: labels
import numpy as np
from keras.models import Model
from keras.layers import Input, Embedding, LSTM, TimeDistributed, Dense, Bidirectional, SpatialDropout1D
from keras.preprocessing.sequence import pad_sequences
from keras.utils import to_categorical

sentences = [
    [("Anna", "B-PER"), ("lives", "O"), ("in", "O"), ("Oslo", "B-LOC")],
    [("The", "O"), ("bank", "O"), ("of", "O"), ("Rome", "B-LOC"), ("is", "O"), ("closed", "O")],
    [("Mr", "O"), ("Otto", "B-PER"), ("Weber", "I-PER"), ("left", "O")],
] * 6
words = sorted({w for s in sentences for w, _ in s})
tags = sorted({t for s in sentences for _, t in s})
n_words, n_tags = len(words), len(tags)
word2idx = {w: i + 1 for i, w in enumerate(words)}
tag2idx = {t: i for i, t in enumerate(tags)}

max_len = 12
X = [[word2idx[w[0]] for w in s] for s in sentences]
X = pad_sequences(maxlen=max_len, sequences=X, padding="post", value=0)
y = [[tag2idx[w[1]] for w in s] for s in sentences]
y = pad_sequences(maxlen=10, sequences=y, padding="post", value=tag2idx["O"])  #?
#= y = pad_sequences(maxlen=max_len, sequences=y, padding="post", value=tag2idx["O"])
y = [to_categorical(i, num_classes=n_tags) for i in y]

input_word = Input(shape=(max_len,))
model = Embedding(input_dim=n_words + 1, output_dim=20)(input_word)
model = SpatialDropout1D(0.1)(model)
model = Bidirectional(LSTM(units=16, return_sequences=True, recurrent_dropout=0.1))(model)
out = TimeDistributed(Dense(n_tags, activation="softmax"))(model)
model = Model(input_word, out)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(X, np.array(y), batch_size=6, epochs=1, verbose=1)  #!
