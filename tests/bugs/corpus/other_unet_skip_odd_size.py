#: title: A skip connection meets an odd size
#: topic: other
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, UpSampling2D, concatenate
from tensorflow.keras.models import Model

inputs = Input((90, 90, 1))
#= inputs = Input((96, 96, 1))
conv1 = Conv2D(8, 3, activation='relu', padding='same')(inputs)
pool1 = MaxPooling2D(pool_size=(2, 2))(conv1)
conv2 = Conv2D(16, 3, activation='relu', padding='same')(pool1)
pool2 = MaxPooling2D(pool_size=(2, 2))(conv2)  #?
conv3 = Conv2D(32, 3, activation='relu', padding='same')(pool2)
up4 = concatenate([UpSampling2D(size=(2, 2))(conv3), conv2], axis=3)  #!
conv4 = Conv2D(16, 3, activation='relu', padding='same')(up4)
up5 = concatenate([UpSampling2D(size=(2, 2))(conv4), conv1], axis=3)
outputs = Conv2D(1, 1, activation='sigmoid')(up5)
model = Model(inputs, outputs)
