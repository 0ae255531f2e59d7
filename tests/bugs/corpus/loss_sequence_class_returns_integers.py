#: title: A Sequence gives integers where its validation twin gives one-hot rows
#: topic: loss
import math
import os
import numpy as np
import keras
from keras.utils import Sequence, to_categorical, load_img, img_to_array


class DataGenerator(Sequence):
    'Generates data for Keras'
    def __init__(self, list_IDs, labels, batch_size=4, dim=(32, 32), n_channels=3, n_classes=3, shuffle=True):
        super().__init__()
        self.dim = dim
        self.batch_size = batch_size
        self.labels = labels
        self.list_IDs = list_IDs
        self.n_channels = n_channels
        self.n_classes = n_classes
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        return int(np.floor(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        list_IDs_temp = [self.list_IDs[k] for k in indexes]
        X, y = self.__data_generation(list_IDs_temp)
        return X, y

    def on_epoch_end(self):
        self.indexes = np.arange(len(self.list_IDs))
        if self.shuffle:
            np.random.shuffle(self.indexes)

    def __data_generation(self, list_IDs_temp):
        X = np.empty((self.batch_size, *self.dim, self.n_channels))
        y = np.empty((self.batch_size), dtype=int)
        for i, ID in enumerate(list_IDs_temp):
            X[i,] = img_to_array(load_img('data/' + ID, target_size=self.dim)) / 255.
            y[i] = self.labels[ID]
        return X, y  #?
        #= return X, to_categorical(y, num_classes=self.n_classes)


ids = [f'{c}/{i:03}.png' for c in ('a', 'b', 'c') for i in range(4)]
labels = {id: 'abc'.index(id[0]) for id in ids}
training_generator = DataGenerator(ids, labels)
model = keras.Sequential([keras.layers.Input((32, 32, 3)), keras.layers.Conv2D(4, 3), keras.layers.Flatten(),
                          keras.layers.Dense(3, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')  #?
model.fit(training_generator, epochs=1)  #!
#: files
images("data", ("a", "b", "c"), 4, (40, 40))
