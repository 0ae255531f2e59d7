#: title: Two convolution branches of another height are concatenated
#: topic: other
import tensorflow as tf
from tensorflow.keras.layers import *
from tensorflow.keras.models import Model

inp = Input(shape=(32, 32, 3))
a = Conv2D(16, 3, padding='same', activation='relu')(inp)
b = Conv2D(16, 5, activation='relu')(inp)
#= b = Conv2D(16, 5, padding='same', activation='relu')(inp)
merged = Concatenate()([a, b])  #!
x = GlobalAveragePooling2D()(merged)
out = Dense(4, activation='softmax')(x)
model = Model(inp, out)
model.summary()
