#: title: Strides and dilation together
#: topic: other
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential()
model.add(layers.Input((64, 64, 3)))
model.add(layers.Conv2D(8, 3, strides=2, dilation_rate=2, activation="relu"))  #!
#= model.add(layers.Conv2D(8, 3, strides=2, activation="relu"))
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(2))
