#: title: Permute of three axes on sequences of vectors
#: topic: layer-rank
from tensorflow.keras.layers import Input, Permute, Dense, Multiply, LSTM
from tensorflow.keras.models import Model

inputs = Input(shape=(20, 6))
a = Permute((2, 1, 3))(inputs)  #!
#= a = Permute((2, 1))(inputs)
a = Dense(20, activation='softmax')(a)
a = Permute((2, 1))(a)
out = Dense(1)(LSTM(8)(Multiply()([inputs, a])))
model = Model(inputs, out)
