#: title: The pooling of a character CNN is not distributed over the words
#: topic: layer-rank
import numpy as np
from tensorflow.keras.layers import (Input, Embedding, TimeDistributed, Conv1D, GlobalMaxPooling1D, Dropout,
                                     concatenate, Bidirectional, LSTM, Dense)
from tensorflow.keras.models import Model

MAX_LEN, MAX_LEN_CHAR = 25, 10
n_words, n_chars, n_tags = 600, 60, 9

word_in = Input(shape=(MAX_LEN,))
emb_word = Embedding(input_dim=n_words + 2, output_dim=20)(word_in)

char_in = Input(shape=(MAX_LEN, MAX_LEN_CHAR,))
emb_char = TimeDistributed(Embedding(input_dim=n_chars + 2, output_dim=10))(char_in)
conv = TimeDistributed(Conv1D(16, 3, padding='same', activation='tanh'))(emb_char)
char_enc = GlobalMaxPooling1D()(conv)  #!
#= char_enc = TimeDistributed(GlobalMaxPooling1D())(conv)
char_enc = Dropout(0.3)(char_enc)

x = concatenate([emb_word, char_enc])
x = Bidirectional(LSTM(units=30, return_sequences=True))(x)
out = TimeDistributed(Dense(n_tags, activation="softmax"))(x)
model = Model([word_in, char_in], out)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["acc"])
X_word = np.random.randint(0, n_words, (32, MAX_LEN))
X_char = np.random.randint(0, n_chars, (32, MAX_LEN, MAX_LEN_CHAR))
y_tr = np.random.randint(0, n_tags, (32, MAX_LEN))
model.fit([X_word, X_char], np.array(y_tr).reshape(len(y_tr), MAX_LEN, 1), batch_size=16, epochs=1)
