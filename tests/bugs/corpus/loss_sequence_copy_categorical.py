#: title: A sentence autoencoder is fit on its own word numbers
#: topic: loss
import numpy as np
from keras.models import Sequential
from keras.layers import Embedding, LSTM, RepeatVector, Dense

cutoff, words = 15, 233
data = np.random.randint(0, words, (21, cutoff))  #?

model = Sequential()
model.add(Embedding(words + 1, 20, name="emb"))
model.add(LSTM(20))
model.add(RepeatVector(cutoff, name="rep"))
model.add(LSTM(20, return_sequences=True))
model.add(Dense(words + 1, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='rmsprop')  #?
#= model.compile(loss='sparse_categorical_crossentropy', optimizer='rmsprop')
model.fit(data, data, epochs=2)  #!
