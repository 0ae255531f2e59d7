#: title: Texts of ten words and a pool that leaves nothing
#: topic: other
import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Embedding, Conv1D, MaxPooling1D, Flatten, Dense

maxlen = 10
model = Sequential()
model.add(Embedding(1000, 16, input_shape=(maxlen,)))
model.add(Conv1D(8, 5, activation='relu'))
model.add(MaxPooling1D(5))  #?
#= model.add(MaxPooling1D(2))
model.add(Conv1D(8, 3, activation='relu'))  #!
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
