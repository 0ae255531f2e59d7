#: title: The members' predictions are stacked into three axes for the meta network
#: topic: rank
from sklearn.datasets import make_blobs
from keras.models import Sequential, Model
from keras.layers import Dense, Input
from keras.utils import to_categorical
import numpy as np

X, y = make_blobs(n_samples=600, centers=3, n_features=2, cluster_std=2, random_state=2)
n_train = 200
trainX, testX = X[:n_train, :], X[n_train:, :]
trainy, testy = to_categorical(y)[:n_train], to_categorical(y)[n_train:]

def fit_model(trainX, trainy):
    model = Sequential()
    model.add(Dense(25, input_dim=2, activation='relu'))
    model.add(Dense(3, activation='softmax'))
    model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    model.fit(trainX, trainy, epochs=1, verbose=0)
    return model

def stacked_dataset(members, inputX):
    stackX = None
    for model in members:
        yhat = model.predict(inputX, verbose=0)
        if stackX is None:
            stackX = yhat
        else:
            stackX = np.dstack((stackX, yhat))
    #+ stackX = stackX.reshape((stackX.shape[0], stackX.shape[1] * stackX.shape[2]))
    return stackX

n_members = 4
members = [fit_model(trainX, trainy) for _ in range(n_members)]
stackedX = stacked_dataset(members, testX)  #?
meta = Sequential([Input(shape=(n_members * 3,)), Dense(10, activation='relu'), Dense(3, activation='softmax')])  #?
meta.compile(loss='categorical_crossentropy', optimizer='adam')
meta.fit(stackedX, testy, epochs=1, verbose=0)  #!
