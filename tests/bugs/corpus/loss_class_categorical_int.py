#: title: CategoricalCrossentropy as a class, with the integers of a LabelEncoder
#: topic: loss
import numpy as np
import tensorflow as tf
from sklearn.preprocessing import LabelEncoder

languages = ["python", "java", "c", "rust"] * 20
X = np.random.rand(80, 25).astype("float32")
y = LabelEncoder().fit_transform(languages)  #?

model = tf.keras.Sequential([
    tf.keras.layers.InputLayer(shape=(25,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile(optimizer=tf.keras.optimizers.Adam(1e-3),
              loss=tf.keras.losses.CategoricalCrossentropy(),
              #= loss=tf.keras.losses.SparseCategoricalCrossentropy(),
              metrics=["accuracy"])
model.fit(X, y, epochs=2, batch_size=16)  #!
