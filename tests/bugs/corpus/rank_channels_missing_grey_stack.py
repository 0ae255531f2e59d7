#: title: Grey pictures are stacked without a channel axis, Conv2D declared three channels
#: topic: rank
import numpy as np
from tensorflow.keras import layers, models

def load_digits(n):
    pictures = []
    for i in range(n):
        picture = np.random.randint(0, 256, (32, 32)) / 255.0
        pictures.append(picture)
    return np.array(pictures)  #?

x_train = load_digits(50)  #?
y_train = np.random.randint(0, 10, 50)

model = models.Sequential([
    layers.Conv2D(8, 3, activation='relu', input_shape=(32, 32, 3)),
    #= layers.Conv2D(8, 3, activation='relu', input_shape=(32, 32, 1)),
    layers.GlobalMaxPooling2D(),
    layers.Dense(10, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x_train, y_train, epochs=1)  #!
