#: title: The label's map is 14 x 14, the noise's is 7 x 7
#: topic: other
from tensorflow.keras.layers import (Input, Dense, Reshape, Embedding, Concatenate, Conv2DTranspose, Conv2D,
                                     LeakyReLU)
from tensorflow.keras.models import Model
import numpy as np

n_classes = 10

def define_generator(latent_dim, n_classes=10):
    # label input
    in_label = Input(shape=(1,))
    li = Embedding(n_classes, 50)(in_label)
    n_nodes = 14 * 14  #?
    #= n_nodes = 7 * 7
    li = Dense(n_nodes)(li)
    li = Reshape((14, 14, 1))(li)  #?
    #= li = Reshape((7, 7, 1))(li)
    # image generator input
    in_lat = Input(shape=(latent_dim,))
    n_nodes = 32 * 7 * 7
    gen = Dense(n_nodes)(in_lat)
    gen = LeakyReLU(0.2)(gen)
    gen = Reshape((7, 7, 32))(gen)  #?
    merge = Concatenate()([gen, li])  #!
    gen = Conv2DTranspose(32, (4, 4), strides=(2, 2), padding='same')(merge)
    gen = LeakyReLU(0.2)(gen)
    gen = Conv2DTranspose(32, (4, 4), strides=(2, 2), padding='same')(gen)
    out_layer = Conv2D(1, (7, 7), activation='tanh', padding='same')(gen)
    return Model([in_lat, in_label], out_layer)

def generate_latent_points(latent_dim, n_samples, n_classes=10):
    x_input = np.random.randn(latent_dim * n_samples)
    z_input = x_input.reshape(n_samples, latent_dim)
    labels = np.random.randint(0, n_classes, n_samples)
    return [z_input, labels]

latent_dim = 100
g_model = define_generator(latent_dim)  #!
latent, labels = generate_latent_points(latent_dim, 9)
fake = g_model.predict([latent, labels])
print(fake.shape)
