#: title: One-hot labels for two classes, one sigmoid unit
#: topic: logits
import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model
from tensorflow.keras.utils import to_categorical

x = np.random.randn(100, 15)
y = to_categorical((x.sum(axis=1) > 0).astype(int), 2)  #?

inputs = Input((15,))
hidden = Dense(8, activation='relu')(inputs)
outputs = Dense(1, activation='sigmoid')(hidden)
#= outputs = Dense(2, activation='softmax')(hidden)
model = Model(inputs, outputs)
model.compile('rmsprop', 'binary_crossentropy')
#= model.compile('rmsprop', 'categorical_crossentropy')
model.fit(x, y, epochs=3)  #!
