#: title: Conv2D is declared with frames and batch size
#: topic: layer-rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, Flatten, Dense

batch_size = 32
model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(batch_size, 56, 56, 3)))  #!
#= model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(56, 56, 3)))
model.add(Flatten())
model.add(Dense(2, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(np.random.rand(8, 56, 56, 3), np.random.randint(0, 2, 8), batch_size=8)
