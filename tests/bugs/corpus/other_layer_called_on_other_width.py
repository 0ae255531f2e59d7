#: title: One Dense layer is used for two widths
#: topic: other
import keras
from keras.layers import Dense, Input, concatenate

title = Input((50,), name="title")
body = Input((80,), name="body")
shared = Dense(16, activation="relu")
h1 = shared(title)  #?
h2 = shared(body)  #!
#= h2 = Dense(16, activation="relu")(body)
model = keras.Model([title, body], Dense(1)(concatenate([h1, h2])))
