#: title: Word numbers are divided by the vocabulary before their Embedding
#: topic: silent
import numpy as np
from tensorflow import keras

vocab, steps = 500, 20
X = np.random.randint(1, vocab, (60, steps))
X = X / float(vocab)  #-
y = np.random.randint(0, 2, 60)
model = keras.Sequential()
model.add(keras.layers.Embedding(vocab, 8))
model.add(keras.layers.GlobalAveragePooling1D())
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(X, y, epochs=1)  #~
#: check
assert X.max() > 1
