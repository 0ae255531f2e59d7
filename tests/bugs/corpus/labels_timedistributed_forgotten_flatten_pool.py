#: title: A CNN over frames: one vector for each frame, one label for each clip
#: topic: labels
import numpy as np
from tensorflow.keras import layers, Sequential
from tensorflow.keras.utils import to_categorical

clips = np.random.rand(12, 5, 16, 16, 3).astype('float32')
actions = to_categorical(np.random.randint(0, 4, 12), 4)

model = Sequential()
model.add(layers.Input(shape=(5, 16, 16, 3)))
model.add(layers.TimeDistributed(layers.Conv2D(4, 3, activation='relu')))
model.add(layers.TimeDistributed(layers.Flatten()))  #?
#+ model.add(layers.LSTM(8))
model.add(layers.Dense(4, activation='softmax'))  #?
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(clips, actions, batch_size=4)  #!
