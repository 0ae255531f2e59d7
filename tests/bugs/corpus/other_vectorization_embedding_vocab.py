#: title: TextVectorization makes more tokens than the Embedding has rows
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

texts = [f"word{i} word{i + 1} common" for i in range(200)]
labels = np.arange(200) % 2
vectorize = layers.TextVectorization(max_tokens=150, output_sequence_length=6)
vectorize.adapt(texts)
x = vectorize(np.array(texts))  #?
model = tf.keras.Sequential([
    layers.Embedding(100, 8),
    #= layers.Embedding(150, 8),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(x, labels, epochs=1)  #!
