#: title: The label table keeps its id column
#: topic: labels
import pandas as pd
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

train = pd.read_csv("train.csv")
labels = pd.read_csv("labels.csv")
X = train.drop("id", axis=1).to_numpy()
y = labels.to_numpy()
#= y = labels.drop("id", axis=1).to_numpy()

model = keras.Sequential([
    layers.Dense(16, activation="relu", input_shape=(X.shape[1],)),
    layers.Dense(1, activation="sigmoid"),  #?
])
model.compile("adam", "binary_crossentropy")
model.fit(X, y, epochs=3)  #!
#: files
csv("train.csv", 30, {"id": range(1000), "f1": (0.0, 1.0), "f2": (0.0, 1.0), "f3": (0.0, 1.0)})
csv("labels.csv", 30, {"id": range(1000), "target": [0, 1]})
