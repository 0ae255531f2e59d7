#: title: input_dim is the largest index
#: topic: other
import numpy as np
from keras.models import Sequential
from keras.layers import Embedding, Flatten, Dense

X = np.array([[3, 7, 1], [2, 5, 9], [8, 4, 6], [1, 1, 2]])  #?
y = np.array([0, 1, 1, 0])
vocabulary = int(X.max())
#= vocabulary = int(X.max()) + 1
model = Sequential()
model.add(Embedding(input_dim=vocabulary, output_dim=4))  #?
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile('rmsprop', 'binary_crossentropy')
model.fit(X, y, epochs=1)  #!
