#: title: One label file too many: train_test_split of lists with different lengths
#: topic: other
import os
import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split
from tensorflow.keras.preprocessing.image import load_img, img_to_array

image_dir = 'ocr/images'
labels = open('ocr/labels.txt').read().split()  #?
images = []
for i in range(1, 21):  #?
#= for i in range(1, 22):
    img = load_img(os.path.join(image_dir, f'img_{i}.png'), color_mode='grayscale', target_size=(32, 32))
    images.append(img_to_array(img) / 255.0)
X = np.array(images)
y = np.array([ord(c) - ord('a') for c in labels])  #?
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)  #! #?

model = tf.keras.models.Sequential([
    tf.keras.layers.Conv2D(4, 3, activation='relu', input_shape=(32, 32, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(26, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(X_train, y_train, validation_data=(X_test, y_test))
#: files
for i in range(1, 22):
    image(f"ocr/images/img_{i}.png", (32, 32), "L")
text("ocr/labels.txt", "\n".join("abcdefghijklmnopqrstu") + "\n")
