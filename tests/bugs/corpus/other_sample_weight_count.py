#: title: sample_weight of the whole table for a part of it
#: topic: other
import numpy as np
from keras import layers, Sequential

X = np.random.rand(100, 3)
y = np.random.randint(0, 2, 100)
weights = np.where(y == 1, 5.0, 1.0)
X_train, y_train = X[:80], y[:80]  #?
model = Sequential([layers.Dense(4, activation='relu'), layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(X_train, y_train, sample_weight=weights, epochs=1)  #!
#= model.fit(X_train, y_train, sample_weight=weights[:80], epochs=1)
