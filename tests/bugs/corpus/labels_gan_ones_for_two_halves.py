#: title: The discriminator's labels are made for half of the batch
#: topic: labels
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, LeakyReLU

latent_dim, batch_size = 16, 32
discriminator = Sequential([
    Dense(32, input_shape=(64,)),
    LeakyReLU(0.2),
    Dense(1, activation='sigmoid'),
])
discriminator.compile(loss='binary_crossentropy', optimizer='adam')
generator = Sequential([
    Dense(32, activation='relu', input_dim=latent_dim),
    Dense(64, activation='tanh'),
])

real = np.random.uniform(-1, 1, (batch_size, 64))
noise = np.random.normal(0, 1, (batch_size, latent_dim))
fake = generator.predict(noise)
x = np.concatenate([real, fake])  #?
y = np.ones((batch_size, 1))  #?
#= y = np.concatenate([np.ones((batch_size, 1)), np.zeros((batch_size, 1))])
d_loss = discriminator.train_on_batch(x, y)  #!
print(d_loss)
