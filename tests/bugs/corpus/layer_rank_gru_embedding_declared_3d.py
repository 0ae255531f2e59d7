#: title: GRU stack in a loop, none of them returns sequences
#: topic: layer-rank
import numpy as np
from keras import Input, Sequential
from keras.layers import Dense, GRU

model = Sequential()
model.add(Input((24, 3)))
for units in [16, 16]:  #?
    model.add(GRU(units))  #!
    #= model.add(GRU(units, return_sequences=True))
model.add(GRU(8))
model.add(Dense(1))
model.compile("adam", "mse")
model.fit(np.random.rand(20, 24, 3), np.random.rand(20), epochs=1)
