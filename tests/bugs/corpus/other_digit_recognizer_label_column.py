#: title: Kaggle digits: the label column is still in the table that is reshaped
#: topic: other
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from keras.utils import to_categorical
from keras.models import Sequential
from keras.layers import Dense, Dropout, Flatten, Conv2D, MaxPool2D

train = pd.read_csv("train.csv")
Y_train = train["label"]
X_train = train.copy()  #?
#= X_train = train.drop(labels=["label"], axis=1)
del train
X_train = X_train / 255.0
X_train = X_train.values.reshape(-1, 28, 28, 1)  #! #?
Y_train = to_categorical(Y_train, num_classes=10)
X_train, X_val, Y_train, Y_val = train_test_split(X_train, Y_train, test_size=0.1, random_state=2)

model = Sequential()
model.add(Conv2D(filters=8, kernel_size=(5, 5), padding='same', activation='relu', input_shape=(28, 28, 1)))
model.add(MaxPool2D(pool_size=(2, 2)))
model.add(Dropout(0.25))
model.add(Flatten())
model.add(Dense(10, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, Y_train, batch_size=8, epochs=1, validation_data=(X_val, Y_val), verbose=2)
#: files
csv("train.csv", 30, {"label": range(10), **{f"pixel{i}": range(256) for i in range(784)}})
