#: title: A hand-written loss subtracts (n,) from (n, 1)
#: topic: silent
import numpy as np
import tensorflow as tf

x = tf.constant(np.random.rand(64, 4), dtype=tf.float32)
y = tf.constant(np.random.rand(64), dtype=tf.float32)  #?
#= y = tf.constant(np.random.rand(64, 1), dtype=tf.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
opt = tf.keras.optimizers.SGD(0.01)

for step in range(5):
    with tf.GradientTape() as tape:
        y_pred = model(x)
        error = y - y_pred  #~
        loss = tf.reduce_mean(tf.square(error))  #?
    grads = tape.gradient(loss, model.trainable_variables)
    opt.apply_gradients(zip(grads, model.trainable_variables))
#: check
assert tuple(error.shape) in ((64, 1), (64,))
