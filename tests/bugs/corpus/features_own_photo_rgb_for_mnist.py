#: title: A photograph keeps its three colours before the digit model
#: topic: features
import numpy as np
from PIL import Image
from tensorflow import keras

(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train.reshape(-1, 28, 28, 1) / 255.0
model = keras.Sequential([
    keras.layers.Conv2D(4, 3, activation='relu', input_shape=(28, 28, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x_train, y_train, epochs=1)

img = Image.open('my_digit.png').resize((28, 28))  #?
#= img = Image.open('my_digit.png').convert('L').resize((28, 28))
x = np.asarray(img) / 255.0
#+ x = x[..., np.newaxis]
pred = model.predict(np.expand_dims(x, axis=0))  #!
#: files
image("my_digit.png", (90, 90))
