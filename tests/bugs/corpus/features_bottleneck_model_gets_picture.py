#: title: The top model learned from bottleneck features, it is asked about the picture itself
#: topic: features
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator, img_to_array, load_img
from keras.models import Sequential
from keras.layers import Dropout, Flatten, Dense
from keras import applications

img_width, img_height = 96, 96
train_data_dir = 'data/train'
nb_train_samples = 16
batch_size = 8

datagen = ImageDataGenerator(rescale=1. / 255)
vgg = applications.VGG16(include_top=False, weights='imagenet', input_shape=(img_width, img_height, 3))
generator = datagen.flow_from_directory(train_data_dir, target_size=(img_width, img_height),
                                        batch_size=batch_size, class_mode=None, shuffle=False)
bottleneck_features_train = vgg.predict(generator, steps=nb_train_samples // batch_size)
train_labels = np.array([0] * (nb_train_samples // 2) + [1] * (nb_train_samples // 2))

top = Sequential()
top.add(Flatten(input_shape=bottleneck_features_train.shape[1:]))
top.add(Dense(16, activation='relu'))  #?
top.add(Dropout(0.5))
top.add(Dense(1, activation='sigmoid'))
top.compile(optimizer='rmsprop', loss='binary_crossentropy', metrics=['accuracy'])
top.fit(bottleneck_features_train, train_labels, epochs=1, batch_size=batch_size)

img = img_to_array(load_img('data/train/cats/003.png', target_size=(img_width, img_height))) / 255
img = np.expand_dims(img, axis=0)
print(top.predict(img))  #! #?
#= print(top.predict(vgg.predict(img)))
#: files
images("data/train", ("cats", "dogs"), 8, (100, 80))
