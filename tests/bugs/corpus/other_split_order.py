#: title: The four parts of train_test_split in another order
#: topic: other
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense

X, y = load_breast_cancer(return_X_y=True)
x_train, y_train, x_test, y_test = train_test_split(X, y, test_size=0.2)  #?
#= x_train, x_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
model = Sequential()
model.add(Dense(16, activation='relu', input_shape=(30,)))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=2, batch_size=32)  #!
