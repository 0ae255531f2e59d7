#: title: LabelBinarizer of two classes gives one column, the head has two softmax units
#: topic: labels
# train.py --dataset dataset --model pokedex.model
import os
import random

import cv2
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelBinarizer
from tensorflow.keras.layers import (Activation, BatchNormalization, Conv2D, Dense, Dropout, Flatten,
                                     MaxPooling2D)
from tensorflow.keras.models import Sequential
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.preprocessing.image import img_to_array

EPOCHS = 1
INIT_LR = 1e-3
BS = 8
IMAGE_DIMS = (48, 48, 3)


class SmallerVGGNet:
    @staticmethod
    def build(width, height, depth, classes):
        model = Sequential()
        inputShape = (height, width, depth)
        chanDim = -1
        model.add(Conv2D(8, (3, 3), padding="same", input_shape=inputShape))
        model.add(Activation("relu"))
        model.add(BatchNormalization(axis=chanDim))
        model.add(MaxPooling2D(pool_size=(3, 3)))
        model.add(Dropout(0.25))
        model.add(Flatten())
        model.add(Dense(16))
        model.add(Activation("relu"))
        model.add(Dense(classes))
        model.add(Activation("softmax"))
        return model


print("[INFO] loading images...")
data = []
labels = []
imagePaths = sorted(os.path.join(root, f) for root, _, files in os.walk("dataset") for f in files)
random.seed(42)
random.shuffle(imagePaths)
for imagePath in imagePaths:
    image = cv2.imread(imagePath)
    image = cv2.resize(image, (IMAGE_DIMS[1], IMAGE_DIMS[0]))
    image = img_to_array(image)
    data.append(image)
    label = imagePath.split(os.path.sep)[-2]
    labels.append(label)

data = np.array(data, dtype="float") / 255.0
labels = np.array(labels)
lb = LabelBinarizer()
labels = lb.fit_transform(labels)  #?
(trainX, testX, trainY, testY) = train_test_split(data, labels, test_size=0.2, random_state=42)

model = SmallerVGGNet.build(width=IMAGE_DIMS[1], height=IMAGE_DIMS[0], depth=IMAGE_DIMS[2],
                            classes=len(lb.classes_))  #?
model.compile(loss="categorical_crossentropy", optimizer=Adam(INIT_LR), metrics=["accuracy"])  #?
#= model.compile(loss="sparse_categorical_crossentropy", optimizer=Adam(INIT_LR), metrics=["accuracy"])
H = model.fit(trainX, trainY, validation_data=(testX, testY), batch_size=BS, epochs=EPOCHS, verbose=1)  #!
#: files
images("dataset", ("charmander", "pikachu"), 12, (60, 50))
