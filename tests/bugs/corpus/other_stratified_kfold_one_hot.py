#: title: StratifiedKFold is given the one-hot labels
#: topic: other
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import StratifiedKFold
from keras.models import Sequential
from keras.layers import Dense
from keras.utils import to_categorical

seed = 7
np.random.seed(seed)
iris = load_iris()
X = iris.data
Y = iris.target
dummy_y = to_categorical(Y)  #?

def baseline_model():
    model = Sequential()
    model.add(Dense(8, input_dim=4, activation='relu'))
    model.add(Dense(3, activation='softmax'))
    model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    return model

kfold = StratifiedKFold(n_splits=5, shuffle=True, random_state=seed)
cvscores = []
for train, test in kfold.split(X, dummy_y):  #! #?
#= for train, test in kfold.split(X, Y):
    model = baseline_model()
    model.fit(X[train], dummy_y[train], epochs=2, batch_size=5, verbose=0)
    scores = model.evaluate(X[test], dummy_y[test], verbose=0)
    cvscores.append(scores[1] * 100)
print("%.2f%% (+/- %.2f%%)" % (np.mean(cvscores), np.std(cvscores)))
