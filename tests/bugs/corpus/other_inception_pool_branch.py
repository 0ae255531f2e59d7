#: title: The pooling branch of an inception block halves the picture
#: topic: other
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, Concatenate, Flatten, Dense
from tensorflow.keras.models import Model

def inception(x, f):
    b1 = Conv2D(f, 1, padding="same", activation="relu")(x)
    b3 = Conv2D(f, 3, padding="same", activation="relu")(x)
    bp = MaxPooling2D(3, padding="same")(x)
    #= bp = MaxPooling2D(3, strides=1, padding="same")(x)
    bp = Conv2D(f, 1, padding="same", activation="relu")(bp)
    return Concatenate(axis=-1)([b1, b3, bp])  #!

inputs = Input((24, 24, 3))
x = inception(inputs, 8)  #!
x = Flatten()(x)
model = Model(inputs, Dense(2, activation="softmax")(x))
