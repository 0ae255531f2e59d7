#: title: create_dataset wants a table and is given one column as a vector
#: topic: other
import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense, SimpleRNN

def create_dataset(data, look_back=5):
    X, Y = [], []
    for i in range(len(data) - look_back - 1):
        X.append(data[i:(i + look_back), 0])  #!
        Y.append(data[i + look_back, 0])
    return np.array(X), np.array(Y)

df = pd.read_csv("meter.csv")
consumption = df["kwh"].values.astype("float32")  #?
#= consumption = df[["kwh"]].values.astype("float32")
split = int(len(consumption) * 0.7)
train, test = consumption[:split], consumption[split:]
X_train, y_train = create_dataset(train)  #!
X_test, y_test = create_dataset(test)
X_train = X_train.reshape(X_train.shape + (1,))
model = Sequential([SimpleRNN(12, input_shape=(5, 1)), Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(X_train, y_train, epochs=1)
#: files
csv("meter.csv", 60, {"day": range(60), "kwh": (2.0, 15.0)})
