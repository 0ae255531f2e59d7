#: title: The decoder is called on the encoder's hidden layer
#: topic: features
import keras
from keras import layers

latent_dim = 2
enc_in = keras.Input((28, 28, 1))
x = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(enc_in)
x = layers.Flatten()(x)
hidden = layers.Dense(16, activation="relu")(x)  #?
z = layers.Dense(latent_dim, name="z")(hidden)
dec_in = keras.Input((latent_dim,))  #?
d = layers.Dense(28 * 28, activation="sigmoid")(dec_in)
decoder = keras.Model(dec_in, layers.Reshape((28, 28, 1))(d), name="decoder")
vae = keras.Model(enc_in, decoder(hidden))  #!
#= vae = keras.Model(enc_in, decoder(z))
vae.compile("adam", "mse")
