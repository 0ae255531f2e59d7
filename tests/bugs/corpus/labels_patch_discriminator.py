#: title: A PatchGAN discriminator gives a map, the labels are one a picture
#: topic: labels
import numpy as np
from tensorflow.keras.layers import Input, Conv2D, LeakyReLU
from tensorflow.keras.models import Model

def build_discriminator():
    img = Input(shape=(32, 32, 3))
    d = img
    for filters in (8, 16):
        d = LeakyReLU(0.2)(Conv2D(filters, kernel_size=4, strides=2, padding='same')(d))
    return Model(img, Conv2D(1, kernel_size=4, strides=1, padding='same', activation='sigmoid')(d))

discriminator = build_discriminator()
discriminator.compile(loss='binary_crossentropy', optimizer='adam')
imgs = np.random.rand(6, 32, 32, 3)
valid = np.ones((6, 1))  #?
#= valid = np.ones((6, 8, 8, 1))
loss = discriminator.train_on_batch(imgs, valid)  #!
