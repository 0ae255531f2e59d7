#: title: expand_dims put the new axis in front of all pictures
#: topic: rank
import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input

faces = np.random.uniform(0, 1, size=(20, 48, 48))
faces = np.expand_dims(faces, axis=0)
#= faces = np.expand_dims(faces, axis=-1)
emotions = np.random.randint(0, 7, size=20)

inputs = Input(shape=(48, 48, 1))  #?
x = Conv2D(16, (5, 5), activation='relu')(inputs)
x = Flatten()(x)
x = Dense(7, activation='softmax')(x)
net = keras.Model(inputs=inputs, outputs=x)
net.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
net.fit(faces, emotions, epochs=2)  #!
