#: title: A column is dropped from the training table, not from the test table
#: topic: features
import pandas as pd
from tensorflow import keras

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
y_train = train.pop("SalePrice")
train = train.drop(["Id"], axis=1)  #?
#+ test = test.drop(["Id"], axis=1)

model = keras.Sequential()
model.add(keras.layers.Dense(32, activation="relu", input_shape=[len(train.columns)]))  #?
model.add(keras.layers.Dense(1))
model.compile(optimizer="adam", loss="mae")
model.fit(train.values, y_train.values, epochs=2)
preds = model.predict(test.values)  #!
#: files
csv("train.csv", 30, {"Id": range(1000), "LotArea": (1000.0, 9000.0), "OverallQual": range(1, 10), "SalePrice": (1e5, 4e5)})
csv("test.csv", 12, {"Id": range(1000), "LotArea": (1000.0, 9000.0), "OverallQual": range(1, 10)})
