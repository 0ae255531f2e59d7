#: title: Four box coordinates a picture, and three units
#: topic: labels
import os
import csv
import numpy as np
from tensorflow.keras.applications import VGG16
from tensorflow.keras.layers import Flatten, Dense, Input
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.image import img_to_array, load_img
from tensorflow.keras.optimizers import Adam

rows = open("airplanes.csv").read().strip().split("\n")
data = []
targets = []
for row in rows:
    row = row.split(",")
    (filename, startX, startY, endX, endY) = row
    image = load_img(os.path.join("planes", filename), target_size=(64, 64))
    image = img_to_array(image)
    data.append(image)
    targets.append((float(startX) / 80, float(startY) / 60, float(endX) / 80, float(endY) / 60))

data = np.array(data, dtype="float32") / 255.0
targets = np.array(targets, dtype="float32")
split = 8
(trainImages, testImages) = data[:split], data[split:]
(trainTargets, testTargets) = targets[:split], targets[split:]

vgg = VGG16(weights="imagenet", include_top=False, input_tensor=Input(shape=(64, 64, 3)))
vgg.trainable = False
flatten = Flatten()(vgg.output)
bboxHead = Dense(32, activation="relu")(flatten)
bboxHead = Dense(3, activation="sigmoid")(bboxHead)  #?
#= bboxHead = Dense(4, activation="sigmoid")(bboxHead)
model = Model(inputs=vgg.input, outputs=bboxHead)
model.compile(loss="mse", optimizer=Adam(learning_rate=1e-4))
H = model.fit(trainImages, trainTargets, validation_data=(testImages, testTargets), batch_size=4, epochs=1)  #!
#: files
for i in range(10):
    image(f"planes/plane{i}.png", (80, 60))
text("airplanes.csv", "\n".join(f"plane{i}.png,{i},{i + 2},{40 + i},{30 + i}" for i in range(10)))
