#: title: Conv1D with input_shape of one number in functional code
#: topic: layer-rank
import tensorflow as tf
from tensorflow.keras.layers import Input, Conv1D, MaxPooling1D, Flatten, Dense
from tensorflow.keras.models import Model

window = 30
series_input = Input(shape=(window,), name='series_input')
#= series_input = Input(shape=(window, 1), name='series_input')
x = Conv1D(filters=32, kernel_size=5, strides=1, padding='causal', activation='relu')(series_input)  #!
x = MaxPooling1D(2)(x)
x = Flatten()(x)
output = Dense(1)(x)
model = Model(series_input, output)
model.compile('adam', 'mse')
model.summary()
