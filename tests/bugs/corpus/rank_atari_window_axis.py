#: title: A window of one frame makes an axis more
#: topic: rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, Flatten, Dense

input_shape = (60, 64, 3)
model = Sequential()
model.add(Conv2D(8, (8, 8), strides=(4, 4), input_shape=input_shape, activation='relu'))
model.add(Conv2D(8, (4, 4), strides=(2, 2), activation='relu'))
model.add(Flatten())
model.add(Dense(5, activation='softmax'))

WINDOW = 1
frames = [np.random.randint(0, 255, input_shape) / 255.0 for _ in range(WINDOW)]
observation = np.array(frames)
batch = np.expand_dims(observation, axis=0)  #?
#= batch = np.concatenate([observation], axis=0)
action = np.argmax(model.predict(batch))  #!
