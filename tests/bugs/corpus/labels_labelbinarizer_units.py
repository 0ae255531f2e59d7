#: title: LabelBinarizer makes four columns, the network has six outputs
#: topic: labels
import numpy as np
from sklearn.preprocessing import LabelBinarizer
from keras.layers import Activation, Dense
from keras.models import Sequential

names = np.array(['circle', 'square', 'triangle', 'star'] * 15)
lb = LabelBinarizer()
Y = lb.fit_transform(names)  #?
X = np.random.rand(60, 64)

net = Sequential()
net.add(Dense(32, input_shape=(64,)))
net.add(Activation('relu'))
net.add(Dense(6))
#= net.add(Dense(4))
net.add(Activation('softmax'))
net.compile(loss='categorical_crossentropy', optimizer='sgd', metrics=['accuracy'])
net.fit(X, Y, batch_size=16, epochs=10)  #!
