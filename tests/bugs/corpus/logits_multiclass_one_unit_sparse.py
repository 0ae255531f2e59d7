#: title: Three classes, one sigmoid unit, the sparse loss
#: topic: logits
from sklearn.datasets import load_iris
from keras.models import Sequential
from keras.layers import Dense

X, y = load_iris(return_X_y=True)
model = Sequential()
model.add(Dense(10, activation='relu', input_dim=4))
model.add(Dense(1, activation='sigmoid'))
#= model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
model.fit(X, y, epochs=5, batch_size=30)  #!
