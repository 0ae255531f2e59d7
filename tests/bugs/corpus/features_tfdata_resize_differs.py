#: title: The dataset's map resizes to 160, the functional model wants 128
#: topic: features
import numpy as np
import tensorflow as tf

IMG = 128  #?

def preprocess(image, label):
    image = tf.image.resize(image, (160, 160)) / 255.0
    #= image = tf.image.resize(image, (IMG, IMG)) / 255.0
    return image, label

images = np.random.randint(0, 256, (12, 100, 80, 3)).astype("uint8")
labels = np.random.randint(0, 2, 12)
ds = tf.data.Dataset.from_tensor_slices((images, labels)).map(preprocess).batch(4)  #?

inputs = tf.keras.layers.Input(shape=(IMG, IMG, 3))
x = tf.keras.layers.Conv2D(4, 5, strides=3, activation="relu")(inputs)
x = tf.keras.layers.Flatten()(x)
outputs = tf.keras.layers.Dense(1, activation="sigmoid")(x)
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(ds, epochs=1)  #!
