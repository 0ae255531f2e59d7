#: title: Flattened digits as one step of 784 for a Conv1D with kernel 3
#: topic: layer-rank
import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv1D, MaxPooling1D, Flatten, Dense

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
num_pixels = x_train.shape[1] * x_train.shape[2]
x_train = x_train.reshape(x_train.shape[0], 1, num_pixels) / 255  #?
#= x_train = x_train.reshape(x_train.shape[0], num_pixels, 1) / 255
x_test = x_test.reshape(x_test.shape[0], 1, num_pixels) / 255  #?
#= x_test = x_test.reshape(x_test.shape[0], num_pixels, 1) / 255
y_train = pd.get_dummies(y_train).values.astype('float32')

model = Sequential()
model.add(Conv1D(filters=8, kernel_size=3, activation='relu', input_shape=x_train.shape[1:]))  #! #?
model.add(MaxPooling1D(pool_size=2))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=1, batch_size=100)
