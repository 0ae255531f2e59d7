#: title: The two inputs were put into one np.array
#: topic: other
import numpy as np
from tensorflow.keras.layers import Input, Dense, concatenate
from tensorflow.keras.models import Model

left, right = np.random.rand(25, 6), np.random.rand(25, 6)
y = np.random.randint(0, 2, 25)
a, b = Input((6,)), Input((6,))
shared = Dense(4, activation='relu')
out = Dense(1, activation='sigmoid')(concatenate([shared(a), shared(b)]))
model = Model(inputs=[a, b], outputs=out)
model.compile('adam', 'binary_crossentropy')
model.fit(np.array([left, right]), y, epochs=1)  #!
#= model.fit([left, right], y, epochs=1)
