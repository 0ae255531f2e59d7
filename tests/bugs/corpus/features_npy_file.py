#: title: The saved array has 12 features, the model expects 10
#: topic: features
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.load("features.npy")  #?
y = np.load("labels.npy")
model = Sequential()
model.add(Dense(16, input_shape=(10,), activation="relu"))
#= model.add(Dense(16, input_shape=(12,), activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=2)  #!
#: files
npy("features.npy", (40, 12))
npy("labels.npy", (40,), "int64", 2)
