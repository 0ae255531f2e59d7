#: title: 44 frames of 13 coefficients in the array, 13 steps of 44 in the model
#: topic: features
import wave
import numpy as np
from scipy.fftpack import dct
from keras.models import Model
from keras.layers import Input, LSTM, Dense, Dropout
from keras.utils import to_categorical

SR, N_FRAMES, N_MFCC = 8000, 44, 13
genres = ["rock", "jazz", "blues"]

def cepstrum(signal, n_frames=N_FRAMES, n_coef=N_MFCC):
    hop = len(signal) // n_frames
    frames = np.stack([signal[k * hop:(k + 1) * hop] for k in range(n_frames)])
    spectrum = np.abs(np.fft.rfft(frames, axis=1)) + 1e-9
    return dct(np.log(spectrum), axis=1, norm="ortho")[:, :n_coef]

X = np.zeros((60, N_FRAMES, N_MFCC))  #?
y = np.zeros(60)
for i in range(60):
    tone = np.sin(2 * np.pi * (200 + 100 * (i % 3)) * np.arange(SR) / SR)
    X[i] = cepstrum(tone + 0.1 * np.random.randn(SR))
    y[i] = i % 3
y = to_categorical(y, len(genres))

inp = Input(shape=(N_MFCC, N_FRAMES))  #?
#= inp = Input(shape=(N_FRAMES, N_MFCC))
h = LSTM(32)(inp)
h = Dropout(0.3)(h)
out = Dense(len(genres), activation="softmax")(h)
model = Model(inp, out)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=1, batch_size=10)  #!
