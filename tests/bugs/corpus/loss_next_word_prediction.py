#: title: A next-word model with integer targets
#: topic: loss
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense
from tensorflow.keras.utils import to_categorical

corpus = ["the cat sat on the mat", "the dog sat on the log", "a bird flew over the house"]
tokenizer = Tokenizer()
tokenizer.fit_on_texts(corpus)
total_words = len(tokenizer.word_index) + 1
input_sequences = []
for line in corpus:
    token_list = tokenizer.texts_to_sequences([line])[0]
    for i in range(1, len(token_list)):
        input_sequences.append(token_list[:i + 1])
max_len = max(len(s) for s in input_sequences)
input_sequences = np.array(pad_sequences(input_sequences, maxlen=max_len, padding='pre'))
xs, labels = input_sequences[:, :-1], input_sequences[:, -1]  #?
#+ labels = to_categorical(labels, num_classes=total_words)

model = Sequential()
model.add(Embedding(total_words, 10))
model.add(LSTM(12))
model.add(Dense(total_words, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
model.fit(xs, labels, epochs=2)  #!
