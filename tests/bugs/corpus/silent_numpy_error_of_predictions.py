#: title: The mean squared error by hand: (n,) minus what predict gives
#: topic: silent
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

X = np.random.rand(120, 5)
y = X @ np.arange(5.0)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=1)
model = keras.Sequential([keras.layers.Input((5,)), keras.layers.Dense(8, activation='relu'), keras.layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(X_train, y_train, epochs=2)
y_pred = model.predict(X_test)  #?
#= y_pred = model.predict(X_test).flatten()
error = y_test - y_pred  #~
print('rmse', np.sqrt(np.mean(error ** 2)))  #?
#: check
assert error.shape in ((30,), (30, 1))
