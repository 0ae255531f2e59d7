#: title: Word numbers made by hand count from 1, the Embedding has as many rows as words
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, Flatten, Dense

docs = ['well done', 'good work', 'great effort', 'nice work', 'excellent',
        'weak', 'poor effort', 'not good', 'poor work', 'could have done better']
labels = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 0])

vocab = sorted(set(' '.join(docs).split()))
word_to_id = {w: i + 1 for i, w in enumerate(vocab)}  # 0 is the padding
max_length = 4
X = np.zeros((len(docs), max_length), dtype='int32')
for row, doc in enumerate(docs):
    ids = [word_to_id[w] for w in doc.split()]
    X[row, :len(ids)] = ids

model = Sequential()
model.add(Embedding(len(vocab), 8))  #?
#= model.add(Embedding(len(vocab) + 1, 8))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(X, labels, epochs=1, verbose=0)  #!
loss, accuracy = model.evaluate(X, labels, verbose=0)
