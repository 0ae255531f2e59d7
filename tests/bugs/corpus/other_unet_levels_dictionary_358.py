#: title: A U-Net of n levels made in loops, for 358 pixels
#: topic: other
import tensorflow as tf


def unet(n_levels, initial_features=8, n_blocks=2, kernel_size=3, pooling_size=2, in_channels=1, out_channels=1,
         size=358):  #?
         #= size=352):
    inputs = tf.keras.layers.Input(shape=(size, size, in_channels))
    x = inputs
    conv_params = dict(kernel_size=kernel_size, activation='relu', padding='same')
    skips = {}
    for level in range(n_levels):
        for _ in range(n_blocks):
            x = tf.keras.layers.Conv2D(initial_features * 2 ** level, **conv_params)(x)
        if level < n_levels - 1:
            skips[level] = x
            x = tf.keras.layers.MaxPool2D(pooling_size)(x)  #?

    for level in reversed(range(n_levels - 1)):
        x = tf.keras.layers.Conv2DTranspose(initial_features * 2 ** level, strides=pooling_size, **conv_params)(x)  #?
        x = tf.keras.layers.Concatenate()([x, skips[level]])  #! #?
        for _ in range(n_blocks):
            x = tf.keras.layers.Conv2D(initial_features * 2 ** level, **conv_params)(x)

    activation = 'sigmoid' if out_channels == 1 else 'softmax'
    x = tf.keras.layers.Conv2D(out_channels, kernel_size=1, activation=activation, padding='same')(x)
    return tf.keras.Model(inputs=[inputs], outputs=[x], name=f'UNET-L{n_levels}-F{initial_features}')


model = unet(4)  #?
model.compile(optimizer='adam', loss='binary_crossentropy')
model.summary()
