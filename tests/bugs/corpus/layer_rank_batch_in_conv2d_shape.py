#: title: input_shape of the Conv2D is the whole array's shape
#: topic: layer-rank
import numpy as np
from keras import layers, models

x_train = np.random.random((40, 48, 48, 1))
y_train = np.random.randint(0, 7, (40,))

model = models.Sequential()
model.add(layers.Conv2D(32, (3, 3), activation='relu', input_shape=x_train.shape))  #!
#= model.add(layers.Conv2D(32, (3, 3), activation='relu', input_shape=x_train.shape[1:]))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Flatten())
model.add(layers.Dense(7, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(x_train, y_train, epochs=2)
