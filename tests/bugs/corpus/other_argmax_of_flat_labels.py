#: title: argmax over axis 1 of labels that were never one-hot, for the confusion matrix
#: topic: other
import numpy as np
import tensorflow as tf
from sklearn.metrics import classification_report, confusion_matrix
from tensorflow.keras import datasets, layers, models

(train_x, train_y), (test_x, test_y) = datasets.fashion_mnist.load_data()
train_x = train_x.reshape((-1, 28, 28, 1)).astype('float32') / 255
test_x = test_x.reshape((-1, 28, 28, 1)).astype('float32') / 255

model = models.Sequential()
model.add(layers.Conv2D(8, (3, 3), activation='relu', input_shape=(28, 28, 1)))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Flatten())
model.add(layers.Dense(10, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='sgd', metrics=['accuracy'])
model.fit(train_x, train_y, epochs=1, batch_size=64)

predictions = model.predict(test_x)
y_pred = np.argmax(predictions, axis=1)
y_true = np.argmax(test_y, axis=1)  #! #?
#= y_true = test_y
print(confusion_matrix(y_true, y_pred))
print(classification_report(y_true, y_pred))
