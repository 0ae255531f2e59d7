#: title: The embedding matrix lacks the row of the padding
#: topic: other
import numpy as np
from tensorflow.keras.layers import Embedding, LSTM, Dense
from tensorflow.keras.models import Sequential

word_index = {'the': 1, 'cat': 2, 'sat': 3, 'on': 4, 'mat': 5}
vocab_size = len(word_index) + 1
EMBEDDING_DIM = 25
embedding_matrix = np.zeros((len(word_index), EMBEDDING_DIM))  #?
#= embedding_matrix = np.zeros((vocab_size, EMBEDDING_DIM))

model = Sequential()
emb = Embedding(vocab_size, EMBEDDING_DIM, trainable=False)
model.add(emb)
model.add(LSTM(8))
model.add(Dense(1, activation='sigmoid'))
model.build((None, 6))
emb.set_weights([embedding_matrix])  #!
model.compile('adam', 'binary_crossentropy')
