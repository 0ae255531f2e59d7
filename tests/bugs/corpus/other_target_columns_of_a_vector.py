#: title: Units are y.shape[1], and y has one axis
#: topic: other
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.rand(50, 7)
y = np.random.randint(0, 3, size=50)  #?
#+ y = np.eye(3)[y]
model = Sequential()
model.add(Dense(16, activation='relu', input_dim=X.shape[1]))
model.add(Dense(y.shape[1], activation='softmax'))  #!
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
