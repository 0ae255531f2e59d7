#: title: GlobalMaxPooling1D over an LSTM that gives only its last state
#: topic: layer-rank
import numpy as np
from tensorflow.keras.layers import Input, Embedding, LSTM, GlobalMaxPool1D, Dense, Dropout
from tensorflow.keras.models import Model

max_words, max_len = 4000, 60
X = np.random.randint(0, max_words, (40, max_len))
y = np.random.randint(0, 2, (40, 6))

inp = Input(shape=(max_len,))
x = Embedding(max_words, 24)(inp)
x = LSTM(20, name='lstm_layer')(x)
#= x = LSTM(20, return_sequences=True, name='lstm_layer')(x)
x = GlobalMaxPool1D()(x)  #!
x = Dropout(0.1)(x)
x = Dense(6, activation="sigmoid")(x)
model = Model(inputs=inp, outputs=x)
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, batch_size=16, epochs=1)
