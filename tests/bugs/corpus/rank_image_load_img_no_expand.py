#: title: load_img and img_to_array without the batch axis
#: topic: rank
import numpy as np
from tensorflow.keras.preprocessing import image
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, GlobalAveragePooling2D, Dense, Rescaling, Input

model = Sequential([
    Input(shape=(80, 80, 3)),  #?
    Rescaling(1./255),
    Conv2D(8, 3, activation='relu'),
    GlobalAveragePooling2D(),
    Dense(1, activation='sigmoid'),
])
test_image = image.load_img('single_prediction/dog.jpg', target_size=(80, 80))
test_image = image.img_to_array(test_image)  #?
#+ test_image = np.expand_dims(test_image, axis=0)
result = model.predict(test_image)  #!
print('dog' if result[0][0] > 0.5 else 'cat')
#: files
image("single_prediction/dog.jpg", (100, 100))
