#: title: The dataset's map one-hot encodes, the loss is the sparse one
#: topic: loss
import numpy as np
import tensorflow as tf

NUM_CLASSES = 8
images = np.random.rand(40, 20, 20, 3).astype("float32")
labels = np.random.randint(0, NUM_CLASSES, 40)

def encode(image, label):
    return image, tf.one_hot(label, NUM_CLASSES)  #?

ds = tf.data.Dataset.from_tensor_slices((images, labels))
ds = ds.map(encode).batch(8).prefetch(tf.data.AUTOTUNE)  #?

model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(4, 3, activation="relu", input_shape=(20, 20, 3)),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(NUM_CLASSES, activation="softmax"),
])
model.compile("adam", loss="sparse_categorical_crossentropy")
#= model.compile("adam", loss="categorical_crossentropy")
model.fit(ds, epochs=2)  #!
