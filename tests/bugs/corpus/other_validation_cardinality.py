#: title: The validation labels are the training labels
#: topic: other
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

X = np.random.rand(150, 4)
Y = np.random.rand(150)
x_train, x_val, y_train, y_val = train_test_split(X, Y, test_size=0.3)
model = keras.models.Sequential([keras.layers.Dense(8, input_dim=4), keras.layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(x_train, y_train, epochs=2,  #!
          validation_data=(x_val, y_train))
          #= validation_data=(x_val, y_val))
