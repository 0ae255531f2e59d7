#: title: Input(shape=(28 * 28)) is the number 784
#: topic: other
from tensorflow.keras.layers import Input, Dense
from tensorflow.keras.models import Model

image_input = Input(shape=(28 * 28))  #!
#= image_input = Input(shape=(28 * 28,))
encoded = Dense(32, activation='relu')(image_input)
decoded = Dense(28 * 28, activation='sigmoid')(encoded)
autoencoder = Model(image_input, decoded)
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')
