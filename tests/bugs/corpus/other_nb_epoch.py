#: title: fit(nb_epoch=…)
#: topic: other
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(6, activation='relu', input_dim=11))
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(np.random.rand(40, 11), np.random.randint(0, 2, 40), batch_size=10, nb_epoch=3)  #!
#= model.fit(np.random.rand(40, 11), np.random.randint(0, 2, 40), batch_size=10, epochs=3)
