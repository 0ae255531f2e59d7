#: title: np.pad is given three pairs for pictures of four axes
#: topic: other
import numpy as np
import keras
from keras.applications.vgg16 import VGG16
from keras.layers import Flatten, Dense
from keras.models import Model
from keras.utils import to_categorical

(X_train, y_train), (X_test, y_test) = keras.datasets.mnist.load_data()
X_train, X_test = X_train[:60], X_test[:20]
y_train, y_test = to_categorical(y_train[:60], 10), to_categorical(y_test[:20], 10)

# VGG wants 3 channels
X_train = np.stack([X_train] * 3, axis=-1)
X_test = np.stack([X_test] * 3, axis=-1)
print(X_train.shape, X_test.shape)
X_train = np.pad(X_train, ((0, 0), (2, 2), (2, 2), (0, 0)), 'constant')
X_test = np.pad(X_test, ((0, 0), (2, 2), (2, 2)), 'constant')  #! #?
#= X_test = np.pad(X_test, ((0, 0), (2, 2), (2, 2), (0, 0)), 'constant')
X_train, X_test = X_train / 255., X_test / 255.

conv_base = VGG16(weights='imagenet', include_top=False, input_shape=(32, 32, 3))
for layer in conv_base.layers:
    layer.trainable = False
x = Flatten()(conv_base.output)
model = Model(conv_base.input, Dense(10, activation='softmax')(x))
model.compile(optimizer='rmsprop', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=1)
