#: title: The tokenizer's largest index is beyond the Embedding
#: topic: other
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, GlobalAveragePooling1D, Dense

sentences = ['i love my dog', 'i love my cat', 'you love my dog', 'do you think my dog is amazing']
labels = np.array([1, 1, 0, 0])
tokenizer = Tokenizer()
tokenizer.fit_on_texts(sentences)
vocab_size = len(tokenizer.word_index)
#= vocab_size = len(tokenizer.word_index) + 1
padded = pad_sequences(tokenizer.texts_to_sequences(sentences), padding='post')

model = Sequential([
    Embedding(vocab_size, 8),  #?
    GlobalAveragePooling1D(),
    Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(padded, labels, epochs=3)  #!
