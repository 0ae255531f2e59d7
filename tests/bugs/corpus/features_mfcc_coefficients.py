#: title: 13 MFCCs in the data, 40 in the functional input
#: topic: features
import numpy as np
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Dense, Dropout, LSTM

n_mfcc = 13
mfcc = np.array([np.random.rand(50, n_mfcc) for _ in range(24)])  #?
genre = np.random.randint(0, 5, 24)
inputs = Input(shape=(50, 40))
#= inputs = Input(shape=(50, n_mfcc))
x = LSTM(8)(inputs)
x = Dropout(0.3)(x)
outputs = Dense(5, activation="softmax")(x)
model = Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(mfcc, genre, epochs=1)  #!
