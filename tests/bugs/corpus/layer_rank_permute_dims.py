#: title: Permute of two axes over three
#: topic: layer-rank
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Permute, Dense, LSTM, Conv2D

inputs = Input(shape=(128, 64, 1))
x = Conv2D(8, 3, padding="same")(inputs)
x = Permute((2, 1))(x)  #!
#= x = Permute((2, 1, 3))(x)
outputs = Dense(4)(x)
model = Model(inputs, outputs)
model.summary()
