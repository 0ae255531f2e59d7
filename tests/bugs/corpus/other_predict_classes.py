#: title: predict_classes is gone
#: topic: other
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

model = Sequential([Dense(8, activation='relu', input_shape=(5,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
X_test = np.random.rand(10, 5)
y_hat = model.predict_classes(X_test)  #!
#= y_hat = model.predict(X_test).argmax(axis=1)
