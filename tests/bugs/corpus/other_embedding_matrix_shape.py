#: title: The embedding matrix has 100 columns, the layer 50
#: topic: other
import numpy as np
from tensorflow.keras.layers import Embedding, Flatten, Dense
from tensorflow.keras.models import Sequential

vocab_size, max_length = 1000, 12
embedding_matrix = np.zeros((vocab_size, 100))  #?
for i in range(1, vocab_size):
    embedding_matrix[i] = np.random.rand(100)

model = Sequential()
model.add(Embedding(vocab_size, 50, input_shape=(max_length,)))
#= model.add(Embedding(vocab_size, 100, input_shape=(max_length,)))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.layers[0].set_weights([embedding_matrix])  #!
model.layers[0].trainable = False
model.compile(optimizer='adam', loss='binary_crossentropy')
