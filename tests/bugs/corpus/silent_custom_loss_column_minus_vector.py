#: title: A loss of one's own takes column 0 of the prediction and the whole of y
#: topic: silent
import numpy as np
import keras
from keras import ops
from keras.layers import Dense

shapes = []

def asymmetric_loss(y_true, y_pred):
    residual = y_true - y_pred[:, 0]  #~ #?
    #= residual = y_true[:, 0] - y_pred[:, 0]
    shapes.append(tuple(residual.shape))
    loss = ops.where(residual < 0, ops.square(residual) * 10.0, ops.square(residual))
    return ops.mean(loss)

X = np.random.rand(160, 5)
y = X.sum(axis=1) + np.random.rand(160)

model = keras.Sequential()
model.add(keras.Input(shape=(5,)))
model.add(Dense(10, activation="relu"))
model.add(Dense(1))
model.compile(loss=asymmetric_loss, optimizer=keras.optimizers.Adam(0.01))
model.fit(X, y, batch_size=40, epochs=1, verbose=0)  #?
#: check
assert all(len(shape) == 1 for shape in shapes), shapes
