#: title: A loop of one's own over a data set: one-hot batches with the sparse loss
#: topic: loss
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_wine
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X = StandardScaler().fit_transform(wine.data).astype(np.float32)
Y = tf.one_hot(wine.target, depth=3)  #?
#= Y = wine.target

train = tf.data.Dataset.from_tensor_slices((X, Y)).shuffle(178).batch(16, drop_remainder=True)

class MLP(tf.keras.Model):
    def __init__(self, n_out):
        super().__init__()
        self.d1 = tf.keras.layers.Dense(32, activation="relu")
        self.d2 = tf.keras.layers.Dense(n_out)

    def call(self, x, training=False):
        return self.d2(self.d1(x))

model = MLP(3)
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)  #?
optimizer = tf.keras.optimizers.Adam()
train_loss = tf.keras.metrics.Mean(name="train_loss")

@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        loss = loss_object(y, logits)  #!
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    train_loss(loss)

EPOCHS = 1
for epoch in range(EPOCHS):
    train_loss.reset_state()
    for x_batch, y_batch in train:
        train_step(x_batch, y_batch)  #!
    print(f"Epoch {epoch + 1}, Loss: {train_loss.result()}")
