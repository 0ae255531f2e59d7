#: title: A ConvLSTM gives every frame, the target is the next one only
#: topic: labels
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def make_movies(n_samples=12, n_frames=6, size=16):
    movies = np.zeros((n_samples, n_frames + 1, size, size, 1), dtype=np.float32)
    for i in range(n_samples):
        row, col = np.random.randint(2, 10, 2)
        for t in range(n_frames + 1):
            movies[i, t, row:row + 3, (col + t) % size, 0] = 1
    return movies

movies = make_movies()
x_train = movies[:, :-1]
y_train = movies[:, -1]  #?
#= y_train = movies[:, 1:]

inp = layers.Input(shape=(None, *x_train.shape[2:]))
x = layers.ConvLSTM2D(filters=8, kernel_size=(5, 5), padding="same", return_sequences=True, activation="relu")(inp)  #?
x = layers.BatchNormalization()(x)
x = layers.ConvLSTM2D(filters=8, kernel_size=(3, 3), padding="same", return_sequences=True, activation="relu")(x)  #?
x = layers.Conv3D(filters=1, kernel_size=(3, 3, 3), activation="sigmoid", padding="same")(x)
model = keras.models.Model(inp, x)
model.compile(loss=keras.losses.binary_crossentropy, optimizer=keras.optimizers.Adam())
model.fit(x_train, y_train, batch_size=4, epochs=1)  #!
