#: title: Class numbers of a CSV start at 1
#: topic: logits
import pandas as pd
from tensorflow import keras

df = pd.read_csv("glass.csv")
X = df.drop("Type", axis=1).values
y = df["Type"].values  #?
#= y = df["Type"].values - 1
model = keras.Sequential([keras.layers.Dense(12, activation="relu", input_shape=(2,)),
                          keras.layers.Dense(4, activation="softmax")])  #?
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(X, y, epochs=2)  #!
#: files
csv("glass.csv", 40, {"RI": (1.5, 1.6), "Na": (10.0, 15.0), "Type": range(1, 5)})
