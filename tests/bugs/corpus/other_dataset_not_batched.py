#: title: A tf.data.Dataset without batch
#: topic: other
import numpy as np
import tensorflow as tf

features = np.random.rand(64, 10).astype("float32")
labels = np.random.randint(0, 2, 64)
ds = tf.data.Dataset.from_tensor_slices((features, labels)).shuffle(64)
#= ds = tf.data.Dataset.from_tensor_slices((features, labels)).shuffle(64).batch(16)

model = tf.keras.Sequential([
    tf.keras.Input(shape=(10,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(ds, epochs=2)  #!
