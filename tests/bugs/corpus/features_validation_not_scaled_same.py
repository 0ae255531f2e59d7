#: title: Polynomial features for the training data only
#: topic: features
import numpy as np
from sklearn.preprocessing import PolynomialFeatures
from tensorflow import keras

x = np.random.rand(80, 2)
y = 3 * x[:, 0] ** 2 + x[:, 1]
x_train, x_test, y_train, y_test = x[:60], x[60:], y[:60], y[60:]
poly = PolynomialFeatures(2)
x_train_poly = poly.fit_transform(x_train)

model = keras.Sequential([keras.Input(shape=(6,)), keras.layers.Dense(8, activation='relu'), keras.layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(x_train_poly, y_train, epochs=2)
print(model.evaluate(x_test, y_test))  #!
#= print(model.evaluate(poly.transform(x_test), y_test))
