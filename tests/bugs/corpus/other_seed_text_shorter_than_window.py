#: title: The seed has fewer letters than the window: it cannot be reshaped to (1, 20, 1)
#: topic: other
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense, LSTM, Dropout

raw_text = """it was the best of times it was the worst of times it was the age of wisdom it was the age of
foolishness it was the epoch of belief it was the epoch of incredulity it was the season of light"""
raw_text = raw_text.lower().replace("\n", " ")
chars = sorted(list(set(raw_text)))
char_to_int = dict((c, i) for i, c in enumerate(chars))
int_to_char = dict((i, c) for i, c in enumerate(chars))
n_chars, n_vocab = len(raw_text), len(chars)
SEQ_LENGTH = 20

dataX, dataY = [], []
for i in range(0, n_chars - SEQ_LENGTH, 1):
    seq_in = raw_text[i:i + SEQ_LENGTH]
    seq_out = raw_text[i + SEQ_LENGTH]
    dataX.append([char_to_int[char] for char in seq_in])
    dataY.append(char_to_int[seq_out])
n_patterns = len(dataX)
X = np.reshape(dataX, (n_patterns, SEQ_LENGTH, 1)) / float(n_vocab)
y = keras.utils.to_categorical(dataY)

model = Sequential()
model.add(LSTM(16, input_shape=(X.shape[1], X.shape[2])))
model.add(Dropout(0.2))
model.add(Dense(y.shape[1], activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=1, batch_size=32)

seed = "the age of"  #?
#= seed = "it was the season of"
pattern = [char_to_int[c] for c in seed]
result = ""
for i in range(5):
    x = np.reshape(pattern, (1, SEQ_LENGTH, 1))  #!
    x = x / float(n_vocab)
    prediction = model.predict(x, verbose=0)
    index = np.argmax(prediction)
    result += int_to_char[index]
    pattern.append(index)
    pattern = pattern[1:len(pattern)]
print(result)
