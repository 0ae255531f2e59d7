#: title: The labels are still words
#: topic: other
import numpy as np
import pandas as pd
from tensorflow import keras
from sklearn.preprocessing import LabelEncoder

df = pd.read_csv("mushrooms.csv")
X = df[["cap", "stem"]].values
y = df["class"].values  #?
#= y = LabelEncoder().fit_transform(df["class"].values)
model = keras.Sequential([keras.layers.Dense(4, activation="relu", input_shape=(2,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(X, y, epochs=1)  #!
#: files
csv("mushrooms.csv", 30, {"cap": (1.0, 9.0), "stem": (1.0, 9.0), "class": ["edible", "poisonous"]})
