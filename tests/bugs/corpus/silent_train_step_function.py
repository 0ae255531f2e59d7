#: title: A training function squares (16,) minus (16, 1)
#: topic: silent
import numpy as np
import tensorflow as tf

def train_step(model, optimizer, x, y):
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        #+ y_pred = tf.squeeze(y_pred, axis=-1)
        loss = tf.reduce_mean((y - y_pred) ** 2)  #~
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return y - y_pred

model = tf.keras.Sequential([tf.keras.layers.Dense(10, activation='tanh'), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(1e-2)
xs = np.random.rand(16, 3).astype(np.float32)
ys = np.sum(xs, axis=1)  #?
for epoch in range(3):
    difference = train_step(model, optimizer, xs, ys)
#: check
assert tuple(difference.shape) in ((16,), (16, 1))
