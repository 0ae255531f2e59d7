#: title: Softmax of one unit in functional code with to_categorical forgotten
#: topic: silent
import numpy as np
from keras.layers import Activation, Dense, Input
from keras.models import Model

x = np.random.rand(50, 3)
y = np.random.randint(0, 2, 50)
i = Input((3,))
h = Dense(6, activation="relu")(i)
h = Dense(1)(h)  #?
o = Activation("softmax")(h)  #~
#= o = Activation("sigmoid")(h)
model = Model(i, o)
model.compile("adam", "binary_crossentropy")  #?
model.fit(x, y, epochs=1)  #?
#: check
assert not (np.abs(model.predict(x) - 1) < 1e-6).all()
