#: title: ConvLSTM2D over pictures without time
#: topic: layer-rank
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import ConvLSTM2D, Flatten, Dense

frames = np.random.rand(12, 20, 20, 1)  #?
#= frames = np.random.rand(12, 4, 20, 20, 1)
y = np.random.randint(0, 2, 12)
model = Sequential()
model.add(ConvLSTM2D(4, (3, 3), input_shape=frames.shape[1:]))  #!
model.add(Flatten())
model.add(Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy")
model.fit(frames, y)
