#: title: Volumes without channels into Conv3D with two channels
#: topic: rank
import numpy as np
from tensorflow.keras.layers import Conv3D, GlobalAveragePooling3D, Dense
from tensorflow.keras.models import Sequential

ct = np.random.rand(6, 16, 16, 16)
mri = np.random.rand(6, 16, 16, 16)
volumes = np.concatenate([ct, mri], axis=-1)
#= volumes = np.stack([ct, mri], axis=-1)
labels = np.array([0, 1, 0, 1, 1, 0])

model = Sequential()
model.add(Conv3D(4, 3, activation='relu', input_shape=(16, 16, 16, 2)))  #?
model.add(GlobalAveragePooling3D())
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(volumes, labels, batch_size=2, epochs=1)  #!
