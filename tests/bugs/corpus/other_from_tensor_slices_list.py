#: title: from_tensor_slices is given a list of x and y
#: topic: other
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

data = load_breast_cancer()
x_train, x_val, y_train, y_val = train_test_split(data.data, data.target, test_size=0.2, random_state=1)

BATCH = 32
train_ds = tf.data.Dataset.from_tensor_slices([x_train, y_train]).shuffle(500).batch(BATCH)  #! #?
#= train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(500).batch(BATCH)
val_ds = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(BATCH)

normalizer = tf.keras.layers.Normalization(axis=-1)
normalizer.adapt(x_train)
model = tf.keras.Sequential([
    normalizer,
    tf.keras.layers.Dense(64, activation='relu'),
    tf.keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(train_ds, validation_data=val_ds, epochs=1)
