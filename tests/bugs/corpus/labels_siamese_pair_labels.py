#: title: The siamese distance is one number, the labels are one-hot
#: topic: labels
import numpy as np
import keras
from keras import layers

def make_encoder():
    inp = keras.Input((28,))
    return keras.Model(inp, layers.Dense(8, activation="relu")(inp))

a = np.random.rand(40, 28)
b = np.random.rand(40, 28)
same = keras.utils.to_categorical(np.arange(40) % 2, 2)  #?
#= same = np.arange(40) % 2

left, right = keras.Input((28,)), keras.Input((28,))
encoder = make_encoder()
distance = layers.Subtract()([encoder(left), encoder(right)])
score = layers.Dense(1, activation="sigmoid")(distance)  #?
siamese = keras.Model([left, right], score)
siamese.compile(loss="binary_crossentropy", optimizer="adam")
siamese.fit([a, b], same, epochs=1)  #!
