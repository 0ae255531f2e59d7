#: title: to_categorical is given the folder names
#: topic: labels
import os
import numpy as np
from PIL import Image
from keras.utils import to_categorical, load_img, img_to_array
from keras import layers, Sequential

X, y = [], []
base_path = 'fruits'
for fruit_dir in sorted(os.listdir(base_path)):
    dir_path = os.path.join(base_path, fruit_dir)
    if not os.path.isdir(dir_path):
        continue
    for fname in sorted(os.listdir(dir_path)):
        img = load_img(os.path.join(dir_path, fname), target_size=(32, 32))
        X.append(img_to_array(img))
        y.append(fruit_dir)  #?
X = np.array(X) / 255.0
y = np.array(y)  #?
#+ classes = sorted(set(y))
#+ y = np.array([classes.index(name) for name in y])
y = to_categorical(y)  #! #?
print(X.shape, y.shape)
model = Sequential([
    layers.Input(shape=(32, 32, 3)),
    layers.Conv2D(8, 3, activation='relu'), layers.MaxPooling2D(),
    layers.Flatten(), layers.Dense(3, activation='softmax')])
model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=1)
#: files
images("fruits", ("apple", "banana", "cherry"), 4, (40, 40))
