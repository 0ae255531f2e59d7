#: title: The table has 13 columns, the first layer was told 12
#: topic: features
import numpy as np
from tensorflow.keras.datasets import boston_housing
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

(train_data, train_targets), (test_data, test_targets) = boston_housing.load_data()
mean = train_data.mean(axis=0)
std = train_data.std(axis=0)
train_data = (train_data - mean) / std
test_data = (test_data - mean) / std

def build_model():
    model = Sequential([
        Dense(64, activation="relu", input_shape=(12,)),
        #= Dense(64, activation="relu", input_shape=(13,)),
        Dense(64, activation="relu"),
        Dense(1),
    ])
    model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
    return model

model = build_model()
model.fit(train_data, train_targets, epochs=80, batch_size=16, verbose=0)  #!
print(model.evaluate(test_data, test_targets))
