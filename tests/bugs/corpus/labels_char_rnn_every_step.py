#: title: Each letter of the window has its one-hot target, the LSTM gives only the last
#: topic: labels
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense, Activation

text = open('poem.txt').read().lower()
chars = sorted(set(text))
char_indices = {c: i for i, c in enumerate(chars)}
maxlen, step = 12, 3
inputs, outputs = [], []
for i in range(0, len(text) - maxlen - 1, step):
    inputs.append(text[i:i + maxlen])
    outputs.append(text[i + 1:i + maxlen + 1])

VOCAB = 30
X = np.zeros((len(inputs), maxlen, VOCAB), dtype=bool)
y = np.zeros((len(inputs), maxlen, VOCAB), dtype=bool)  #?
for i, seq in enumerate(inputs):
    for t, char in enumerate(seq):
        X[i, t, char_indices[char]] = 1
    for t, char in enumerate(outputs[i]):
        y[i, t, char_indices[char]] = 1

model = Sequential()
model.add(LSTM(32, input_shape=(maxlen, VOCAB)))  #?
#= model.add(LSTM(32, input_shape=(maxlen, VOCAB), return_sequences=True))
model.add(Dense(VOCAB))
model.add(Activation('softmax'))
model.compile(loss='categorical_crossentropy', optimizer='rmsprop')
model.fit(X, y, batch_size=32, epochs=1)  #!
#: files
text("poem.txt", "the sea is calm tonight the tide is full the moon lies fair upon the straits on the french coast the light gleams and is gone " * 4)
