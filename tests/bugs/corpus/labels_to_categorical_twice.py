#: title: The cell with to_categorical is run twice
#: topic: labels
# %%
import numpy as np
import tensorflow as tf
from tensorflow.keras.datasets import cifar10
from tensorflow.keras.utils import to_categorical
# %%
(train_images, train_labels), (test_images, test_labels) = cifar10.load_data()
train_images, test_images = train_images / 255.0, test_images / 255.0
class_names = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
# %%
train_labels = to_categorical(train_labels, len(class_names))
test_labels = to_categorical(test_labels, len(class_names))
# %%
def create_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Conv2D(8, (3, 3), activation='relu', input_shape=train_images.shape[1:]))
    model.add(tf.keras.layers.MaxPooling2D((2, 2)))
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(len(class_names), activation='softmax'))
    return model
# %%
train_labels = to_categorical(train_labels, len(class_names))  #-
test_labels = to_categorical(test_labels, len(class_names))  #-
# %%
model = create_model()
model.compile(optimizer='adam', loss=tf.keras.losses.CategoricalCrossentropy(), metrics=['accuracy'])
history = model.fit(train_images, train_labels, epochs=1, validation_data=(test_images, test_labels))  #!
