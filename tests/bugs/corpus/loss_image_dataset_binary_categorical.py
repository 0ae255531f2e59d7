#: title: label_mode is categorical, two classes and binary_crossentropy over one unit
#: topic: loss
import tensorflow as tf
from tensorflow.keras import layers, models

train_ds = tf.keras.preprocessing.image_dataset_from_directory(
    "xray", label_mode="categorical", image_size=(40, 40), batch_size=4)
    #= "xray", label_mode="binary", image_size=(40, 40), batch_size=4)

model = models.Sequential()
model.add(layers.Rescaling(1.0 / 255, input_shape=(40, 40, 3)))
model.add(layers.Conv2D(8, (3, 3), activation="relu"))
model.add(layers.GlobalMaxPooling2D())
model.add(layers.Dense(1, activation="sigmoid"))  #?
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train_ds, epochs=1)  #!
#: files
images("xray", ("normal", "pneumonia"), 6, (50, 50), "RGB")
