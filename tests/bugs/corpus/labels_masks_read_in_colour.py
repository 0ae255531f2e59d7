#: title: The masks are read with three channels, the network gives one
#: topic: labels
import glob
import os
import cv2
import numpy as np
from keras.layers import *
from keras.models import *

SIZE_X = 64
SIZE_Y = 64

train_images = []
for img_path in sorted(glob.glob(os.path.join("membrane/image", "*.png"))):
    img = cv2.imread(img_path, cv2.IMREAD_COLOR)
    img = cv2.resize(img, (SIZE_Y, SIZE_X))
    train_images.append(img)
train_images = np.array(train_images)

train_masks = []
for mask_path in sorted(glob.glob(os.path.join("membrane/label", "*.png"))):
    mask = cv2.imread(mask_path)  #?
    #= mask = cv2.imread(mask_path, 0)
    mask = cv2.resize(mask, (SIZE_Y, SIZE_X))
    train_masks.append(mask)
train_masks = np.array(train_masks)  #?
#= train_masks = np.expand_dims(np.array(train_masks), axis=-1)

X_train = train_images / 255.
y_train = train_masks / 255.

inputs = Input((SIZE_X, SIZE_Y, 3))
c1 = Conv2D(8, (3, 3), activation='relu', padding='same')(inputs)
p1 = MaxPooling2D((2, 2))(c1)
c2 = Conv2D(16, (3, 3), activation='relu', padding='same')(p1)
u1 = concatenate([UpSampling2D((2, 2))(c2), c1])
out = Conv2D(1, (1, 1), activation='sigmoid')(u1)  #?
model = Model(inputs, out)
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_train, batch_size=2, epochs=1)  #!
#: files
images("membrane", ("image",), 6, (80, 80))
images("membrane", ("label",), 6, (80, 80), "L")
