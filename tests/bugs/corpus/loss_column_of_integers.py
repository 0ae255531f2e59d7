#: title: A column of integers in categorical_crossentropy, in a function
#: topic: loss
import numpy as np
from tensorflow.keras import layers, models

def create_model(n_features, n_classes):
    model = models.Sequential()
    model.add(layers.Input((n_features,)))
    model.add(layers.Dense(32, activation="relu"))
    model.add(layers.Dense(n_classes, activation="softmax"))
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    #= model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model

X = np.random.rand(100, 9)
y = np.random.randint(0, 4, (100, 1))  #?
model = create_model(X.shape[1], 4)
model.fit(X, y, epochs=2, validation_split=0.2)  #!
