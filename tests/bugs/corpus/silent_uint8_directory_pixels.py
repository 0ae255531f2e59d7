#: title: Pixels of image_dataset_from_directory without Rescaling
#: topic: silent
import tensorflow as tf
from tensorflow.keras import layers

train = tf.keras.utils.image_dataset_from_directory("leaves", image_size=(32, 32), batch_size=4)  #?
model = tf.keras.Sequential([
    layers.Input(shape=(32, 32, 3)),  #?
    #+ layers.Rescaling(1.0 / 255),
    layers.Conv2D(8, 3, activation="relu"),  #?
    layers.Flatten(),
    layers.Dense(2, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(train, epochs=1)  #~
#: files
images("leaves", ("ash", "oak"), 6, (40, 40))
#: check
assert any(type(l).__name__ == "Rescaling" for l in model.layers) or float(next(iter(train))[0].numpy().max()) <= 1.0
