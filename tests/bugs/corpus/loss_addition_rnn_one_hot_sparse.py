#: title: One-hot tokens of every step with a sparse loss
#: topic: loss
import numpy as np
from tensorflow.keras import layers
from tensorflow.keras.models import Sequential

RNN = layers.LSTM
HIDDEN, STEPS_IN, STEPS_OUT, TOKENS = 16, 10, 6, 30
X = np.zeros((40, STEPS_IN, 12), dtype=bool)
Y = np.zeros((40, STEPS_OUT, TOKENS), dtype=bool)  #?
Y[:, :, 0] = 1

model = Sequential()
model.add(layers.Input((STEPS_IN, 12)))
model.add(RNN(HIDDEN))
model.add(layers.RepeatVector(STEPS_OUT))
for _ in range(2):
    model.add(RNN(HIDDEN, return_sequences=True))
model.add(layers.TimeDistributed(layers.Dense(TOKENS)))
model.add(layers.Activation('softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
#= model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, Y, batch_size=20, epochs=1)  #!
