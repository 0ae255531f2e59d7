#: title: An LSTM directly after Conv2D
#: topic: layer-rank
import numpy as np
from tensorflow.keras import layers, models

spectrograms = np.random.rand(16, 40, 32, 1)
labels = np.random.randint(0, 5, 16)

model = models.Sequential()
model.add(layers.Input(shape=(40, 32, 1)))
model.add(layers.Conv2D(8, (3, 3), activation='relu', padding='same'))
model.add(layers.MaxPooling2D((2, 2)))  #?
#+ model.add(layers.TimeDistributed(layers.Flatten()))
model.add(layers.LSTM(16))  #!
model.add(layers.Dense(5, activation='softmax'))
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(spectrograms, labels, epochs=1)
