#: title: to_categorical of classes 1 to 4 has five columns
#: topic: labels
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.utils import to_categorical

X = np.random.rand(40, 9)
y = np.array([1, 2, 3, 4] * 10)
Y = to_categorical(y)  #?
#= Y = to_categorical(y - 1)
model = Sequential()
model.add(Dense(12, input_dim=9, activation='relu'))
model.add(Dense(4, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, Y, epochs=1)  #!
