#: title: zip of two inputs and the labels: the second input becomes the target
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Model

N = 256
numeric = np.random.randn(N, 6).astype(np.float32)
images = np.random.rand(N, 16, 16, 3).astype(np.float32)
price = np.random.rand(N).astype(np.float32)

def make_ds(numeric, images, price, batch=32):
    ds_num = tf.data.Dataset.from_tensor_slices(numeric)
    ds_img = tf.data.Dataset.from_tensor_slices(images)
    ds_y = tf.data.Dataset.from_tensor_slices(price)
    ds = tf.data.Dataset.zip((ds_num, ds_img, ds_y))  #?
    #= ds = tf.data.Dataset.zip(((ds_num, ds_img), ds_y))
    return ds.shuffle(64).batch(batch).prefetch(tf.data.AUTOTUNE)

num_in = layers.Input(shape=(6,), name="numeric")
img_in = layers.Input(shape=(16, 16, 3), name="image")
a = layers.Dense(8, activation="relu")(num_in)
b = layers.Conv2D(4, 3, activation="relu")(img_in)
b = layers.GlobalAveragePooling2D()(b)
merged = layers.concatenate([a, b])
out = layers.Dense(1)(merged)
model = Model([num_in, img_in], out)  #?
model.compile(loss="mse", optimizer="adam")

train = make_ds(numeric, images, price)  #?
model.fit(train, epochs=1)  #!
