#: title: Pictures with a batch axis each are collected in an array
#: topic: rank
import numpy as np
from tensorflow.keras.preprocessing.image import img_to_array, load_img
from tensorflow.keras import Sequential, layers

images = []
for i in range(4):
    img = img_to_array(load_img(f"img{i}.jpg", target_size=(32, 32))) / 255.0
    img = np.expand_dims(img, axis=0)  #-
    images.append(img)
x = np.array(images)  #?
y = np.array([0, 1, 0, 1])
model = Sequential([layers.Input(shape=(32, 32, 3)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(1, activation="sigmoid")])  #?
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)  #!
#: files
for i in range(4): image(f"img{i}.jpg", (40, 40))
