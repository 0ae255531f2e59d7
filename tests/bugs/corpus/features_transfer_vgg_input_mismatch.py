#: title: VGG16 features for 96 pixels, the data has 64
#: topic: features
import numpy as np
from tensorflow.keras.applications import VGG16
from tensorflow.keras.applications.vgg16 import preprocess_input
from tensorflow.keras import layers, models

base = VGG16(weights='imagenet', include_top=False, input_shape=(96, 96, 3))
#= base = VGG16(weights='imagenet', include_top=False, input_shape=(64, 64, 3))
base.trainable = False

images = preprocess_input(np.random.randint(0, 256, (8, 64, 64, 3)).astype('float32'))  #?
labels = np.random.randint(0, 2, 8)

model = models.Sequential([
    base,
    layers.Flatten(),
    layers.Dense(16, activation='relu'),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(images, labels, epochs=2, batch_size=4)  #!
