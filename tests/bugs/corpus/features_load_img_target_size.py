#: title: load_img gives 224 x 224, the network was trained with 64 x 64
#: topic: features
import numpy as np
from tensorflow import keras
from tensorflow.keras.preprocessing import image

model = keras.Sequential()
model.add(keras.layers.Conv2D(4, (3, 3), input_shape=(64, 64, 3), activation='relu'))
model.add(keras.layers.MaxPooling2D(pool_size=(2, 2)))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(1, activation='sigmoid'))

test_image = image.load_img('dog.png', target_size=(224, 224))  #?
#= test_image = image.load_img('dog.png', target_size=(64, 64))
test_image = image.img_to_array(test_image)
test_image = np.expand_dims(test_image, axis=0)
result = model.predict(test_image / 255.0)  #!
#: files
image("dog.png", (300, 200))
