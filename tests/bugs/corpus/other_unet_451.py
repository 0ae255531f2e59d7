#: title: A U-Net over 451 pixels of weather
#: topic: other
from tensorflow.keras import layers, Model

def conv_block(x, size, dropout, batch_norm=False):
    conv = layers.Conv2D(size, (3, 3), padding="same")(x)
    if batch_norm is True:
        conv = layers.BatchNormalization(axis=3)(conv)
    conv = layers.Activation("relu")(conv)
    if dropout > 0:
        conv = layers.Dropout(dropout)(conv)
    return conv

inputs = layers.Input((451, 451, 7))  #?
#= inputs = layers.Input((448, 448, 7))
c1 = conv_block(inputs, 4, 0.1)
p1 = layers.MaxPooling2D(pool_size=(2, 2))(c1)
c2 = conv_block(p1, 8, 0)
p2 = layers.MaxPooling2D(pool_size=(2, 2))(c2)
c3 = conv_block(p2, 16, 0, True)
u2 = layers.UpSampling2D((2, 2))(c3)
m2 = layers.concatenate([u2, c2], axis=3)  #!
c4 = conv_block(m2, 8, 0)
u1 = layers.UpSampling2D((2, 2))(c4)
m1 = layers.concatenate([u1, c1], axis=3)
model = Model(inputs, layers.Conv2D(1, 1, activation="sigmoid")(conv_block(m1, 4, 0)))
