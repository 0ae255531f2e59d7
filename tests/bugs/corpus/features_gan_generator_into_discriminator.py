#: title: The generator paints 32 x 32, the discriminator looks at 28 x 28
#: topic: features
from tensorflow import keras
from tensorflow.keras import layers

def make_generator():
    noise = keras.Input((64,))
    x = layers.Dense(8 * 8 * 16)(noise)  #?
    #= x = layers.Dense(7 * 7 * 16)(noise)
    x = layers.Reshape((8, 8, 16))(x)  #?
    #= x = layers.Reshape((7, 7, 16))(x)
    x = layers.Conv2DTranspose(8, 4, strides=2, padding='same', activation='relu')(x)
    return keras.Model(noise, layers.Conv2DTranspose(1, 4, strides=2, padding='same', activation='tanh')(x))

def make_discriminator():
    img = keras.Input((28, 28, 1))  #?
    x = layers.Flatten()(layers.Conv2D(8, 3, strides=2)(img))
    return keras.Model(img, layers.Dense(1, activation='sigmoid')(x))

generator, discriminator = make_generator(), make_discriminator()
z = keras.Input((64,))
gan = keras.Model(z, discriminator(generator(z)))  #!
gan.compile('adam', 'binary_crossentropy')
