#: title: Three sentiments one-hot, a sigmoid unit at the end
#: topic: labels
import numpy as np
import pandas as pd
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense, SpatialDropout1D

max_features = 2000
sequences = [list(np.random.randint(1, max_features, n)) for n in range(5, 65)]
X = pad_sequences(sequences, maxlen=40)
sentiment = np.array(['negative', 'neutral', 'positive'] * 20)
Y = pd.get_dummies(sentiment).values  #?

model = Sequential()
model.add(Embedding(max_features, 32))
model.add(SpatialDropout1D(0.4))
model.add(LSTM(16, dropout=0.2))
model.add(Dense(1, activation='sigmoid'))
#= model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, Y, epochs=3, batch_size=32, verbose=2)  #!
