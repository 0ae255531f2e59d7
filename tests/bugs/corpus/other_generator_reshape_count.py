#: title: The generator's Dense has not enough numbers for its Reshape
#: topic: other
from tensorflow.keras import layers, Sequential

generator = Sequential()
generator.add(layers.Dense(7 * 7 * 128, use_bias=False, input_shape=(100,)))  #?
#= generator.add(layers.Dense(7 * 7 * 256, use_bias=False, input_shape=(100,)))
generator.add(layers.BatchNormalization())
generator.add(layers.LeakyReLU())
generator.add(layers.Reshape((7, 7, 256)))  #!
generator.add(layers.Conv2DTranspose(64, 5, strides=2, padding='same'))
generator.add(layers.Conv2DTranspose(1, 5, strides=2, padding='same', activation='tanh'))
