#: title: An LSTM with return_state gives a list, a Dense takes it
#: topic: layer-rank
from tensorflow.keras.layers import Input, LSTM, Dense
from tensorflow.keras.models import Model

inputs = Input(shape=(15, 4))
x = LSTM(20, return_state=True)(inputs)  #?
#= x, _, _ = LSTM(20, return_state=True)(inputs)
out = Dense(1)(x)  #!
model = Model(inputs, out)
