#: title: A dense autoencoder decodes to 748 instead of 784
#: topic: labels
import tensorflow as tf
from tensorflow.keras import layers, losses
from tensorflow.keras.models import Model

(x_train, _), (x_test, _) = tf.keras.datasets.fashion_mnist.load_data()
x_train = x_train.reshape((len(x_train), 784)).astype('float32') / 255.  #?
x_test = x_test.reshape((len(x_test), 784)).astype('float32') / 255.

class Autoencoder(Model):
    def __init__(self, latent_dim):
        super(Autoencoder, self).__init__()
        self.encoder = tf.keras.Sequential([layers.Dense(latent_dim, activation='relu')])
        self.decoder = tf.keras.Sequential([layers.Dense(748, activation='sigmoid')])
        #= self.decoder = tf.keras.Sequential([layers.Dense(784, activation='sigmoid')])

    def call(self, x):
        encoded = self.encoder(x)
        decoded = self.decoder(encoded)
        return decoded

autoencoder = Autoencoder(64)
autoencoder.compile(optimizer='adam', loss=losses.MeanSquaredError())
autoencoder.fit(x_train, x_train, epochs=2, shuffle=True, validation_data=(x_test, x_test))  #!
