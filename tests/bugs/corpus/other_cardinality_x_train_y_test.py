#: title: fit is given x_train with y_test
#: topic: other
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from tensorflow import keras

data = load_breast_cancer()
X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.25)  #?

model = keras.Sequential()
model.add(keras.layers.Dense(16, activation='relu', input_shape=(30,)))
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_test, epochs=10)  #!
#= model.fit(X_train, y_train, epochs=10)
