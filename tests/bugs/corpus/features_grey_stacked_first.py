#: title: Grey pictures are stacked three times on the wrong axis
#: topic: features
import numpy as np
from tensorflow import keras

(x, y), _ = keras.datasets.fashion_mnist.load_data()
x = x[:200].astype('float32') / 255
y = y[:200]
x = np.stack([x, x, x], axis=1)  #?
#= x = np.stack([x, x, x], axis=-1)
base = keras.Sequential([keras.layers.Input((28, 28, 3)), keras.layers.Conv2D(4, 3, activation='relu'), keras.layers.GlobalAveragePooling2D()])
model = keras.Sequential([base, keras.layers.Dense(10, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, y, epochs=1)  #!
