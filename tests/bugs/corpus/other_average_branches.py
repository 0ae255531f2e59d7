#: title: Average over LSTM states of another size
#: topic: other
import keras
from keras.layers import LSTM, Average, Dense, Input

inp = Input((20, 4))
short = LSTM(16)(inp)
long = LSTM(32)(inp)
#= long = LSTM(16)(inp)
mean = Average()([short, long])  #!
model = keras.Model(inp, Dense(1)(mean))
