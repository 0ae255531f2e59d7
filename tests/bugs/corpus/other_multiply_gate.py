#: title: A squeeze-and-excite gate with too few channels
#: topic: other
from tensorflow.keras.layers import *
from tensorflow.keras.models import Model

inputs = Input((16, 16, 32))
s = GlobalAveragePooling2D()(inputs)
s = Dense(8, activation="relu")(s)
s = Dense(16, activation="sigmoid")(s)
#= s = Dense(32, activation="sigmoid")(s)
s = Reshape((1, 1, 16))(s)
#= s = Reshape((1, 1, 32))(s)
x = Multiply()([inputs, s])  #!
model = Model(inputs, x)
