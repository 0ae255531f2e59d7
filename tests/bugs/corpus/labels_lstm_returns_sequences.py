#: title: The last LSTM returns sequences, the labels are one for each sample
#: topic: labels
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense, Dropout
from keras.utils import to_categorical

timesteps, features, n_classes = 45, 2, 4
X = np.random.rand(118, timesteps, features)
Y = to_categorical(np.random.randint(0, n_classes, 118), n_classes)

model = Sequential()
model.add(LSTM(64, input_shape=(timesteps, features), return_sequences=True))
model.add(Dropout(0.2))
model.add(LSTM(32, return_sequences=True))
#= model.add(LSTM(32))
model.add(Dense(n_classes, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
model.fit(X, Y, epochs=5, batch_size=16)  #!
