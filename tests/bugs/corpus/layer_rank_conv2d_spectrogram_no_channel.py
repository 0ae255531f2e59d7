#: title: MFCC pictures: Conv2D is declared without the channel
#: topic: layer-rank
import numpy as np
from keras.layers import Conv2D, MaxPooling2D, Flatten, Dense
from keras.models import Sequential

mfccs = np.random.rand(24, 40, 98)  #?
#+ mfccs = mfccs[..., np.newaxis]
genres = np.random.randint(0, 10, 24)
input_shape = (mfccs.shape[1], mfccs.shape[2])
#= input_shape = mfccs.shape[1:]

model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=input_shape))  #!
model.add(MaxPooling2D((3, 3), strides=(2, 2), padding='same'))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(mfccs, genres, epochs=1)
