#: title: from_generator gives single rows, nothing makes batches of them
#: topic: other
import numpy as np
import tensorflow as tf

features = np.random.rand(90, 5).astype("float32")
targets = np.random.randint(0, 3, 90)

class RowReader:
    def __init__(self, x, y, shuffle=True):
        self.x, self.y = x, y
        self.shuffle = shuffle

    def __call__(self):
        order = np.arange(len(self.x))
        if self.shuffle:
            np.random.shuffle(order)
        for i in order:
            yield self.x[i], self.y[i]

signature = (
    tf.TensorSpec(shape=(5,), dtype=tf.float32),
    tf.TensorSpec(shape=(), dtype=tf.int64),
)
train_ds = tf.data.Dataset.from_generator(RowReader(features, targets), output_signature=signature)  #?
#+ train_ds = train_ds.batch(16)
train_ds = train_ds.repeat().prefetch(2)  #?

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.InputLayer(shape=(5,)))
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(3, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(train_ds, steps_per_epoch=5, epochs=1)  #!
