#: title: One row of the table, taken with iloc
#: topic: rank
import pandas as pd
from tensorflow import keras

df = pd.read_csv("passengers.csv")
X = df[["age", "fare", "sibsp"]].to_numpy()
y = df["survived"].to_numpy()
model = keras.Sequential([keras.layers.Dense(6, activation="relu", input_shape=(3,)),
                          keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(X, y, epochs=1)
row = df[["age", "fare", "sibsp"]].to_numpy()[0]
#= row = df[["age", "fare", "sibsp"]].to_numpy()[:1]
print(model.predict(row))  #!
#: files
csv("passengers.csv", 30, {"age": (1.0, 80.0), "fare": (5.0, 90.0), "sibsp": [0, 1, 2], "survived": [0, 1]})
