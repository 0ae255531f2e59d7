#: title: Dot over axes that three-dimensional tensors do not have
#: topic: other
from tensorflow.keras.layers import Input, Dense, Dot, Softmax
from tensorflow.keras.models import Model

seq = Input((8, 64))
q = Dense(32)(seq)
k = Dense(32)(seq)
v = Dense(32)(seq)
scores = Dot(axes=(3, 3))([q, k])  #!
#= scores = Dot(axes=(2, 2))([q, k])
weights = Softmax()(scores)
out = Dot(axes=(2, 1))([weights, v])
model = Model(seq, out)
