#: title: Two petal columns are kept, input_shape is four
#: topic: features
from sklearn import datasets
from keras.models import Sequential
from keras.layers import Dense

iris = datasets.load_iris()
X = iris.data[:, 2:]  #?
y = iris.target
clf = Sequential()
clf.add(Dense(8, input_shape=(4,), activation='tanh'))
#= clf.add(Dense(8, input_shape=(2,), activation='tanh'))
clf.add(Dense(3, activation='softmax'))
clf.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
clf.fit(X, y, epochs=2, verbose=0)  #!
