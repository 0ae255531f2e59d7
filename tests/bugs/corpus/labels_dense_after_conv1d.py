#: title: No Flatten between Conv1D and Dense, one-hot labels
#: topic: labels
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv1D, MaxPooling1D, Dense, Dropout, Flatten
from tensorflow.keras.utils import to_categorical

trainX = np.random.randn(64, 128, 9)
trainy = to_categorical(np.random.randint(0, 6, 64), num_classes=6)
n_timesteps, n_features, n_outputs = trainX.shape[1], trainX.shape[2], trainy.shape[1]

model = Sequential()
model.add(Conv1D(filters=16, kernel_size=3, activation='relu', input_shape=(n_timesteps, n_features)))
model.add(Dropout(0.5))
model.add(MaxPooling1D(pool_size=2))  #?
#+ model.add(Flatten())
model.add(Dense(32, activation='relu'))  #?
model.add(Dense(n_outputs, activation='softmax'))  #?
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(trainX, trainy, epochs=10, batch_size=32, verbose=0)  #!
