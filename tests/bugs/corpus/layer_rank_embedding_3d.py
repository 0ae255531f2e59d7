#: title: One-hot words into an Embedding and an LSTM
#: topic: layer-rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense, InputLayer
from tensorflow.keras.utils import to_categorical

words = np.random.randint(0, 50, (30, 15))
X = to_categorical(words, 50)  #?
#= X = words
y = np.random.randint(0, 2, 30)

model = Sequential()
model.add(InputLayer(shape=(15, 50)))  #?
#= model.add(InputLayer(shape=(15,)))
model.add(Embedding(50, 8))
model.add(LSTM(8))  #!
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(X, y)
