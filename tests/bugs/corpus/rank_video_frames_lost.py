#: title: One clip instead of a batch of clips
#: topic: rank
import numpy as np
from tensorflow.keras import layers, models

model = models.Sequential()
model.add(layers.Input(shape=(10, 32, 32, 3)))  #?
model.add(layers.TimeDistributed(layers.Conv2D(4, 3)))
model.add(layers.TimeDistributed(layers.GlobalAveragePooling2D()))
model.add(layers.LSTM(8))
model.add(layers.Dense(2, activation='softmax'))
frames = [np.random.rand(32, 32, 3) for _ in range(10)]
clip = np.stack(frames)  #?
#= clip = np.stack(frames)[np.newaxis]
print(model.predict(clip))  #!
