#: title: OneHotEncoder for the labels, and a sparse loss
#: topic: loss
import numpy as np
from sklearn.datasets import load_iris
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.model_selection import train_test_split
from keras import Sequential, layers

iris = load_iris()
X = StandardScaler().fit_transform(iris['data'])
Y = OneHotEncoder(sparse_output=False).fit_transform(iris['target'][:, np.newaxis])  #?
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.5, random_state=2)
model = Sequential([layers.Input((4,)), layers.Dense(8, activation='relu'), layers.Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
#= model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, Y_train, epochs=1, validation_data=(X_test, Y_test))  #!
