#: title: Inside a k-fold loop the model has one unit for four one-hot classes
#: topic: labels
import numpy as np
from sklearn.model_selection import KFold
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.utils import to_categorical

X = np.random.rand(60, 14)
y = to_categorical(np.arange(60) % 4)  #?

def create_model():
    model = Sequential()
    model.add(Dense(20, input_dim=14, activation='relu'))
    model.add(Dense(1, activation='softmax'))
    #= model.add(Dense(4, activation='softmax'))
    model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    return model

for train_index, test_index in KFold(n_splits=3).split(X):
    model = create_model()
    model.fit(X[train_index], y[train_index], epochs=1, verbose=0)  #!
