#: title: Precision and recall are asked for with integer classes
#: topic: logits
import numpy as np
from tensorflow import keras

x = np.random.rand(64, 20)
y = np.random.randint(0, 5, 64)
model = keras.Sequential([keras.layers.Dense(16, activation='relu', input_shape=(20,)), keras.layers.Dense(5, activation='softmax')])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy',
              metrics=['accuracy', keras.metrics.Precision(), keras.metrics.Recall()])  #?
              #= metrics=['accuracy'])
model.fit(x, y, epochs=1)  #!
