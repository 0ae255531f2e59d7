#: title: Softmax over one unit: every prediction is 1
#: topic: silent
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense
from sklearn.model_selection import train_test_split

df = pd.read_csv('titanic.csv')
y = df['Survived'].to_numpy()
X = df[['Age', 'Fare', 'Pclass']].to_numpy()
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)

clf = Sequential()
clf.add(Dense(8, activation='relu', input_dim=3))
clf.add(Dense(1, activation='softmax'))  #~
#= clf.add(Dense(1, activation='sigmoid'))
clf.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
clf.fit(X_train, y_train, epochs=5)  #?
#: files
csv("titanic.csv", 50, {"Survived": [0, 1], "Age": (1.0, 80.0), "Fare": (5.0, 100.0), "Pclass": [1, 2, 3]})
#: check
assert clf.layers[-1].activation.__name__ != "softmax" or clf.output_shape[-1] > 1
