#: title: VGG blocks written by hand, Flatten forgotten, binary label
#: topic: labels
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Dense, Dropout, Flatten

x = np.random.rand(12, 64, 64, 3)
y = np.random.randint(0, 2, 12)

model = Sequential()
for filters in (8, 16):
    model.add(Conv2D(filters, (3, 3), padding='same', activation='relu'))
    model.add(Conv2D(filters, (3, 3), padding='same', activation='relu'))
    model.add(MaxPooling2D((2, 2)))  #?
#+ model.add(Flatten())
model.add(Dense(32, activation='relu'))  #?
model.add(Dropout(0.5))
model.add(Dense(2, activation='softmax'))  #?
model.compile(optimizer=keras.optimizers.Adam(learning_rate=1e-4), loss='sparse_categorical_crossentropy')
model.fit(x, y, epochs=1, batch_size=6)  #!
