#: title: A U-Net pools by three and goes up by two
#: topic: other
from keras.layers import Input, Conv2D, MaxPooling2D, UpSampling2D, Dropout, concatenate, BatchNormalization, ReLU
from keras.models import Model
from keras.optimizers import Adam


def conv_block(x, filters):
    for _ in range(2):
        x = Conv2D(filters, 3, padding='same', kernel_initializer='he_normal')(x)
        x = BatchNormalization()(x)
        x = ReLU()(x)
    return x


def encoder_block(x, filters):
    skip = conv_block(x, filters)
    return skip, MaxPooling2D(pool_size=(3, 3))(skip)  #?
    #= return skip, MaxPooling2D(pool_size=(2, 2))(skip)


def decoder_block(x, skip, filters):
    x = UpSampling2D(size=(2, 2))(x)  #?
    x = Conv2D(filters, 2, activation='relu', padding='same')(x)
    merged = concatenate([skip, x], axis=3)  #! #?
    return conv_block(merged, filters)


def build_unet(input_size=(60, 60, 1)):
    inputs = Input(input_size)
    s1, p1 = encoder_block(inputs, 8)
    s2, p2 = encoder_block(p1, 16)
    bottom = Dropout(0.5)(conv_block(p2, 32))
    d2 = decoder_block(bottom, s2, 16)  #?
    d1 = decoder_block(d2, s1, 8)  #?
    outputs = Conv2D(1, 1, activation='sigmoid')(d1)
    model = Model(inputs, outputs)
    model.compile(optimizer=Adam(learning_rate=1e-4), loss='binary_crossentropy', metrics=['accuracy'])
    return model


model = build_unet()
#: check
assert model.output_shape == (None, 60, 60, 1)
