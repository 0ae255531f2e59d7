#: title: cv2.resize is told height, width; glob and zip of two lists
#: topic: features
import glob
import cv2
import numpy as np
from keras import Model, Input
from keras.layers import Conv2D, MaxPooling2D, Flatten, Dense, Dropout
from sklearn.preprocessing import LabelEncoder
from keras.utils import to_categorical

IMG_H = 32
IMG_W = 64


def load(pattern):
    imgs, names = [], []
    for fn in sorted(glob.glob(pattern)):
        im = cv2.imread(fn)
        im = cv2.resize(im, (IMG_H, IMG_W))  #?
        #= im = cv2.resize(im, (IMG_W, IMG_H))
        im = im.astype(np.float32)
        im /= 255.0
        imgs.append(im)
        names.append(fn.split('/')[-2])
    return np.asarray(imgs), names


imgs, names = load('plates/*/*.png')
Y = to_categorical(LabelEncoder().fit_transform(names))

inp = Input(shape=(IMG_H, IMG_W, 3))
h = Conv2D(8, 3, activation='relu')(inp)
h = MaxPooling2D()(h)
h = Dropout(0.3)(Flatten()(h))
model = Model(inputs=inp, outputs=Dense(Y.shape[1], activation='softmax')(h))
model.compile('sgd', 'categorical_crossentropy', metrics=['acc'])
model.fit(x=imgs, y=Y, epochs=1)  #!
#: files
images("plates", ("de", "fr", "it"), 4, (80, 40))
