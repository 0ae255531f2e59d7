#: title: The loss function of the module, with get_dummies
#: topic: loss
import pandas as pd
import tensorflow as tf
from tensorflow import keras

df = pd.read_csv("iris.csv")
X = df.iloc[:, :4].values
y = pd.get_dummies(df["species"]).values.astype("float32")  #?
model = keras.Sequential([keras.layers.Dense(8, activation="relu", input_shape=(4,)),
                          keras.layers.Dense(3, activation="softmax")])
model.compile(optimizer="adam", loss=keras.losses.sparse_categorical_crossentropy)
#= model.compile(optimizer="adam", loss=keras.losses.categorical_crossentropy)
model.fit(X, y, epochs=2, batch_size=10)  #!
#: files
csv("iris.csv", 45, {"a": (4.0, 8.0), "b": (2.0, 4.0), "c": (1.0, 7.0), "d": (0.1, 2.5), "species": ["setosa", "versicolor", "virginica"]})
