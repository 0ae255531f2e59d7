#: title: The labels are still a Python list of integers
#: topic: other
import cv2, os
import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split

SIZE = 32
folders = {'healthy': 0, 'rust': 1, 'scab': 2}
data = []
for name, number in folders.items():
    for file in os.listdir(f'leaves/{name}'):
        image = cv2.imread(f'leaves/{name}/{file}')
        image = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        image = cv2.resize(image, (SIZE, SIZE))
        data.append((image, number))
np.random.shuffle(idx := np.arange(len(data)))
X = np.array([data[i][0] for i in idx]) / 255.
Y = [data[i][1] for i in idx]  #?
#= Y = np.array([data[i][1] for i in idx])
X_train, X_test, y_train, y_test = train_test_split(X, Y, test_size=0.25, random_state=1)
net = tf.keras.Sequential([
    tf.keras.layers.Input((SIZE, SIZE, 3)),
    tf.keras.layers.Conv2D(8, 3, activation='relu'),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(3, activation='softmax'),
])
net.compile('adam', tf.keras.losses.SparseCategoricalCrossentropy(), metrics=['accuracy'])
net.fit(X_train, y_train, epochs=2)  #! #?
print(net.evaluate(X_test, y_test))
#: files
images("leaves", ("healthy", "rust", "scab"), 6, (40, 40))
