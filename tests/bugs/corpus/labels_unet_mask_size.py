#: title: A U-Net like model loses pixels, the masks have all of them
#: topic: labels
import numpy as np
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, Conv2DTranspose
from tensorflow.keras.models import Model

images = np.random.rand(10, 64, 64, 3)
masks = np.random.randint(0, 2, (10, 64, 64, 1))  #?

def get_model(img_size):
    inputs = Input(img_size + (3,))
    c1 = Conv2D(8, 3, activation='relu', padding='same')(inputs)
    p1 = MaxPooling2D(2)(c1)
    c2 = Conv2D(16, 3, activation='relu', padding='same')(p1)
    p2 = MaxPooling2D(2)(c2)
    u1 = Conv2DTranspose(16, 2, strides=2, padding='same')(p2)  #?
    outputs = Conv2D(1, 1, activation='sigmoid')(u1)  #?
    #= u2 = Conv2DTranspose(8, 2, strides=2, padding='same')(u1)
    #+ outputs = Conv2D(1, 1, activation='sigmoid')(u2)
    return Model(inputs, outputs)

model = get_model((64, 64))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(images, masks, batch_size=4, epochs=2)  #!
