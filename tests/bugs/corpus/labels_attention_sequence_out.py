#: title: Attention gives a vector for each step
#: topic: labels
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = np.random.randint(0, 1000, size=(48, 32))
y = np.random.randint(0, 4, size=(48,))

inputs = keras.Input(shape=(32,), dtype="int64")
e = layers.Embedding(1000, 16)(inputs)
att = layers.MultiHeadAttention(num_heads=2, key_dim=8)(e, e)  #?
h = layers.LayerNormalization()(e + att)
#+ h = layers.GlobalAveragePooling1D()(h)
outputs = layers.Dense(4, activation="softmax")(h)  #?
model = keras.Model(inputs, outputs)
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, batch_size=16, epochs=1)  #!
