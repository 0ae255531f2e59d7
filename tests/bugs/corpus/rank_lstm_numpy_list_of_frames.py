#: title: Keypoint sequences are flattened before the LSTM
#: topic: rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

sequences, labels = [], []
for action in range(3):
    for clip in range(8):
        window = []
        for frame in range(15):
            window.append(np.random.rand(63))
        sequences.append(np.concatenate(window))
        #= sequences.append(np.stack(window))
        labels.append(action)
X = np.array(sequences)  #?
y = np.array(labels)
model = Sequential()
model.add(LSTM(16, return_sequences=True, activation='relu', input_shape=(15, 63)))  #?
model.add(LSTM(8))
model.add(Dense(3, activation='softmax'))
model.compile(optimizer='Adam', loss='sparse_categorical_crossentropy')
model.fit(X, y, epochs=1)  #!
