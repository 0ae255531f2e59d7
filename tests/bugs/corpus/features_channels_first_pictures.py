#: title: Pictures with the channels first into a model with the channels last
#: topic: features
import numpy as np
from keras import Model, Input
from keras.layers import Conv2D, Flatten, Dense

train_x = np.random.rand(30, 3, 40, 40)  #?
#+ train_x = np.transpose(train_x, (0, 2, 3, 1))
train_y = np.random.randint(0, 2, (30,))

inp = Input(shape=(40, 40, 3))  #?
net = Conv2D(8, (3, 3), activation='relu')(inp)
net = Flatten()(net)
out = Dense(1, activation='sigmoid')(net)
cnn = Model(inputs=inp, outputs=out)
cnn.compile(optimizer='adam', loss='binary_crossentropy', metrics=['acc'])
cnn.fit(train_x, train_y, batch_size=10, epochs=2)  #!
