#: title: Columns are concatenated along the rows
#: topic: other
import numpy as np
from sklearn.preprocessing import OneHotEncoder
from keras import Sequential, layers

numeric = np.random.rand(40, 3)
city = np.array(["a", "b", "c", "d"] * 10).reshape(-1, 1)
onehot = OneHotEncoder().fit_transform(city).toarray()
X = np.concatenate([numeric, onehot])  #!
#= X = np.concatenate([numeric, onehot], axis=1)
y = np.random.rand(40)
model = Sequential([layers.Dense(4, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X, y)
