#: title: The embedding matrix has a row for each word of the index, the layer only for the most frequent
#: topic: other
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.layers import Embedding, LSTM, Dense
from tensorflow.keras.models import Sequential

MAX_NB_WORDS = 12
MAX_SEQUENCE_LENGTH = 10
EMBEDDING_DIM = 25
texts = ["what a lovely film it was", "the plot was thin and the acting poor", "i would watch it again tomorrow",
         "poor sound and a thin story", "lovely actors in a lovely story", "the worst film of the year"]
labels = np.array([1, 0, 1, 0, 1, 0])

tokenizer = Tokenizer(num_words=MAX_NB_WORDS)
tokenizer.fit_on_texts(texts)
sequences = tokenizer.texts_to_sequences(texts)
word_index = tokenizer.word_index
print('Found %s unique tokens.' % len(word_index))
data = pad_sequences(sequences, maxlen=MAX_SEQUENCE_LENGTH)

embeddings_index = {w: np.random.rand(EMBEDDING_DIM) for w in ("film", "lovely", "poor", "story")}
embedding_matrix = np.random.random((len(word_index) + 1, EMBEDDING_DIM))  #?
for word, i in word_index.items():
    embedding_vector = embeddings_index.get(word)
    if embedding_vector is not None:
        embedding_matrix[i] = embedding_vector

nb_words = min(MAX_NB_WORDS, len(word_index)) + 1
model = Sequential()
model.add(Embedding(nb_words, EMBEDDING_DIM, weights=[embedding_matrix], trainable=False))  #!
#= model.add(Embedding(len(word_index) + 1, EMBEDDING_DIM, weights=[embedding_matrix], trainable=False))
model.add(LSTM(8))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='rmsprop')
model.fit(data, labels, epochs=1)
