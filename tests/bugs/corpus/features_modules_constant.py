#: title: The constant in config.py counts a column that data.py drops
#: topic: features
import os
import sys

import numpy as np

import config
from data import load_table
from networks import make_network

def main():
    np.random.seed(config.SEED)
    x_train, y_train, x_test, y_test = load_table(config.CSV_PATH)  #?
    #= x_train, y_train, x_test, y_test = load_table(config.CSV_PATH, drop_id=False)
    print("train:", x_train.shape, y_train.shape)
    model = make_network(config.N_FEATURES, config.HIDDEN)  #?
    model.compile(optimizer=config.OPTIMIZER, loss="mse")
    model.fit(x_train, y_train, epochs=config.EPOCHS, batch_size=16,  #!
              validation_data=(x_test, y_test))
    model.evaluate(x_test, y_test)
    return 0

if __name__ == "__main__":
    main()
#: files
import sys
sys.path.insert(0, "")
for name in ("config", "data", "networks"):
    sys.modules.pop(name, None)
csv("houses.csv", 90, {"id": range(0, 90), "rooms": range(1, 8), "area": (30.0, 200.0), "age": range(0, 90), "price": (50.0, 900.0)})
text("config.py", '''SEED = 3
CSV_PATH = "houses.csv"
N_FEATURES = 4
HIDDEN = [32, 16]
OPTIMIZER = "adam"
EPOCHS = 2
''')
text("data.py", '''import pandas as pd
from sklearn.model_selection import train_test_split


def load_table(path, drop_id=True):
    table = pd.read_csv(path)
    if drop_id:
        table = table.drop(columns=["id"])
    y = table.pop("price").to_numpy()
    x_train, x_test, y_train, y_test = train_test_split(table.to_numpy(), y, test_size=0.2, random_state=0)
    return x_train, y_train, x_test, y_test
''')
text("networks.py", '''from tensorflow import keras


def make_network(n_features, hidden):
    inputs = keras.Input(shape=(n_features,), name="table")
    x = inputs
    for units in hidden:
        x = keras.layers.Dense(units, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x))
''')
