#: title: Another convolution after the global pooling
#: topic: layer-rank
import keras
from keras.layers import Conv2D, Dense, GlobalAveragePooling2D, Input, MaxPooling2D

inputs = Input(shape=(60, 60, 3))
x = Conv2D(16, 3, activation="relu")(inputs)
x = GlobalAveragePooling2D()(x)
#= x = MaxPooling2D()(x)
x = Conv2D(32, 3, activation="relu")(x)  #!
x = GlobalAveragePooling2D()(x)
outputs = Dense(2, activation="softmax")(x)
model = keras.Model(inputs, outputs)
