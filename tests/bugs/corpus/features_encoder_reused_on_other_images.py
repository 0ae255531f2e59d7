#: title: A trained dense encoder gets pictures of another size
#: topic: features
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

encoder = keras.Sequential([
    keras.Input(shape=(28, 28)),
    layers.Flatten(),
    layers.Dense(32, activation="relu"),  #?
])
mnist_like = np.random.rand(20, 28, 28)
print(encoder.predict(mnist_like).shape)
digits = np.random.rand(20, 8, 8)  #?
#= digits = np.random.rand(20, 28, 28)
print(encoder.predict(digits).shape)  #!
