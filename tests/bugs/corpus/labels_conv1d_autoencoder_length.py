#: title: Pooling and upsampling make 52 steps of 50
#: topic: labels
import numpy as np
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Input, Conv1D, MaxPooling1D, UpSampling1D
from sklearn.model_selection import train_test_split
#+ from tensorflow.keras.layers import Cropping1D

signals = np.random.randn(120, 50, 1)
noisy = signals + 0.1 * np.random.randn(*signals.shape)
x_train, x_test, y_train, y_test = train_test_split(noisy, signals, test_size=0.25)

def build(timesteps, channels):
    inp = Input(shape=(timesteps, channels))
    x = Conv1D(16, 3, activation="relu", padding="same")(inp)
    x = MaxPooling1D(2, padding="same")(x)  #?
    x = Conv1D(8, 3, activation="relu", padding="same")(x)
    encoded = MaxPooling1D(2, padding="same")(x)  #?

    x = Conv1D(8, 3, activation="relu", padding="same")(encoded)
    x = UpSampling1D(2)(x)
    x = Conv1D(16, 3, activation="relu", padding="same")(x)
    x = UpSampling1D(2)(x)
    decoded = Conv1D(channels, 3, padding="same")(x)  #?
    #+ decoded = Cropping1D((1, 1))(decoded)
    return Model(inp, decoded)

autoencoder = build(x_train.shape[1], x_train.shape[2])
autoencoder.compile(optimizer="adam", loss="mse")
history = autoencoder.fit(  #!
    x_train,
    y_train,
    epochs=1,
    batch_size=16,
    validation_data=(x_test, y_test),
)
