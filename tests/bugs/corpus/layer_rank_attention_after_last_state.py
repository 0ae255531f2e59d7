#: title: A 1D convolution after an LSTM without return_sequences
#: topic: layer-rank
from tensorflow import keras
from tensorflow.keras.layers import LSTM, Conv1D, Dense, Flatten, Input

inputs = Input(shape=(60, 8))
x = LSTM(32, dropout=0.1)(inputs)
#= x = LSTM(32, dropout=0.1, return_sequences=True)(inputs)
x = Conv1D(16, 3, activation='relu')(x)  #!
x = Flatten()(x)
model = keras.Model(inputs, Dense(1)(x))
