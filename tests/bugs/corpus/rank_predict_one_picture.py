#: title: predict is given one picture without the batch axis
#: topic: rank
import numpy as np
from PIL import Image
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([
    keras.Input(shape=(64, 64, 3)),
    layers.Rescaling(1.0 / 255),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(2, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

img = Image.open("cat.png").resize((64, 64))
img = np.array(img)  #?
#+ img = np.expand_dims(img, axis=0)
classes = ["cat", "dog"]
prediction = model.predict(img)  #!
print(classes[np.argmax(prediction)])
#: files
image("cat.png", (120, 90))
