#: title: OneHotEncoder wants a column, the labels are flat
#: topic: rank
import numpy as np
from sklearn.preprocessing import OneHotEncoder, LabelEncoder
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from keras.models import Sequential
from keras.layers import Conv2D, BatchNormalization, MaxPool2D, Flatten, Dense

images = np.load('images.npy')
names = ['cat', 'dog', 'wild'] * 8
le = LabelEncoder()
labels = le.fit_transform(names)
ohe = OneHotEncoder(sparse_output=False)
labels = ohe.fit_transform(labels)  #! #?
#= labels = ohe.fit_transform(labels.reshape(-1, 1))

gen = ImageDataGenerator(rescale=1. / 255, rotation_range=10, width_shift_range=0.1)
model = Sequential()
model.add(Conv2D(8, (3, 3), strides=1, padding='same', activation='relu', input_shape=(40, 40, 3)))
model.add(BatchNormalization())
model.add(MaxPool2D((2, 2), strides=2, padding='same'))
model.add(Flatten())
model.add(Dense(units=3, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(gen.flow(images, labels, batch_size=8), epochs=1)
#: files
npy("images.npy", (24, 40, 40, 3), "uint8", 256)
