#: title: 23 grey scans, the network takes three channels
#: topic: rank
import numpy as np
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, UpSampling2D
from tensorflow.keras.models import Model

X = np.random.rand(23, 64, 64)  #?
#= X = np.repeat(np.random.rand(23, 64, 64)[..., np.newaxis], 3, axis=-1)
Y = np.random.randint(0, 2, (23, 64, 64, 1))
inp = Input((64, 64, 3))
c = Conv2D(4, 3, activation='relu', padding='same')(inp)
p = MaxPooling2D(2)(c)
u = UpSampling2D(2)(Conv2D(8, 3, activation='relu', padding='same')(p))
out = Conv2D(1, 1, activation='sigmoid')(u)
net = Model(inp, out)
net.compile(optimizer='adam', loss='binary_crossentropy')
net.fit(X, Y, batch_size=4)  #!
