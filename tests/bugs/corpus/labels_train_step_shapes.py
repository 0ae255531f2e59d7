#: title: A hand-written training loop: integer targets in CategoricalCrossentropy
#: topic: labels
import numpy as np
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(16, activation="relu", input_shape=(6,)), keras.layers.Dense(3)])
optimizer = keras.optimizers.Adam()
loss_fn = keras.losses.CategoricalCrossentropy(from_logits=True)
#= loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

x = np.random.rand(64, 6).astype("float32")
y = np.random.randint(0, 3, 64)  #?
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(16)  #?

for epoch in range(2):
    for xb, yb in dataset:
        with tf.GradientTape() as tape:
            logits = model(xb, training=True)
            loss = loss_fn(yb, logits)  #!
        grads = tape.gradient(loss, model.trainable_weights)
        optimizer.apply_gradients(zip(grads, model.trainable_weights))
