#: title: Attention weights (None, 10) times a sequence (None, 10, 64)
#: topic: other
from tensorflow.keras.layers import Input, LSTM, Dense, Flatten, Activation, Multiply, RepeatVector, Permute, Lambda
from tensorflow.keras.models import Model
import tensorflow.keras.backend as K

inp = Input((10, 5))
seq = LSTM(64, return_sequences=True)(inp)
a = Dense(1, activation='tanh')(seq)
a = Flatten()(a)
a = Activation('softmax')(a)  #?
#+ a = Permute([2, 1])(RepeatVector(64)(a))
merged = Multiply()([seq, a])  #!
out = Dense(1, activation='sigmoid')(Flatten()(merged))
model = Model(inp, out)
