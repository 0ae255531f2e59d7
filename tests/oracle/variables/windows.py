# ruff: noqa: PERF401, B007, N806 — lists filled in loops are what this is about
import numpy as np
from tensorflow import keras

data = np.random.rand(500, 3)


def windows(data, size):
    X, y = [], []
    for i in range(len(data) - size):
        X.append(data[i : i + size])
        y.append(data[i + size, 0])
    return np.array(X), np.array(y)


X, y = windows(data, 24)
X2, y2 = [], []
for i in range(24, len(data)):
    X2.append(data[i - 24 : i, 0])
    y2.append(data[i, 0])
X2, y2 = np.array(X2), np.array(y2)
X2 = np.reshape(X2, (X2.shape[0], X2.shape[1], 1))
labels = []
for k in range(300):
    labels.append(k % 3)
labels = np.array(labels)
imgs = []
for k in range(200):
    img = np.zeros((32, 32, 3))
    imgs.append(img / 255)
imgs = np.array(imgs)
sq = np.array([k * k for k in range(300)])
st = np.stack([data[j] for j in range(200)])
ns = [len(r) for r in data]
mixed = []
for row in data:
    mixed.append(row * 2)
mixed = np.asarray(mixed)
words = [[1, 2, 3] for _ in range(200)]
w = np.array(words)
pad = keras.utils.pad_sequences(words, maxlen=10)
