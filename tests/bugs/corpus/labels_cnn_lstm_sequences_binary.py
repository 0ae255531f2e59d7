#: title: A CNN-LSTM for texts with return_sequences left on, one-hot labels
#: topic: labels
import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Conv1D, Dense, Embedding, LSTM, MaxPooling1D
from tensorflow.keras.utils import to_categorical

X = np.random.randint(0, 800, (36, 40))
y = to_categorical(np.arange(36) % 2)
model = Sequential()
model.add(Embedding(800, 16))
model.add(Conv1D(8, 3, activation='relu'))
model.add(MaxPooling1D(2))
model.add(LSTM(8, return_sequences=True))
#= model.add(LSTM(8))
model.add(Dense(2, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=1, batch_size=12)  #!
