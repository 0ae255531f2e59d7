#: title: Labels are reshaped to two columns and lose half of the samples
#: topic: labels
import numpy as np
from tensorflow import keras

x = np.random.rand(60, 8)
y = np.random.randint(0, 2, 60)
y = y.reshape(-1, 2)  #?
#= y = keras.utils.to_categorical(y, 2)
model = keras.Sequential([keras.layers.Dense(4, activation='relu', input_shape=(8,)), keras.layers.Dense(2, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(x, y, epochs=1)  #!
