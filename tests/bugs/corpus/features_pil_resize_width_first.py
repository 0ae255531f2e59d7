#: title: PIL's resize takes width before height
#: topic: features
import numpy as np
from PIL import Image
from tensorflow.keras import models, layers

HEIGHT, WIDTH = 50, 100
images = []
for k in range(6):
    img = Image.open(f'signs/a/{k:03}.png')
    images.append(np.array(img.resize((HEIGHT, WIDTH))))  #?
    #= images.append(np.array(img.resize((WIDTH, HEIGHT))))
X = np.array(images) / 255.0
y = np.array([0, 1, 0, 1, 0, 1])
inputs = layers.Input((HEIGHT, WIDTH, 3))
features = layers.Flatten()(layers.Conv2D(4, (3, 3), activation='relu')(inputs))
model = models.Model(inputs, layers.Dense(1, activation='sigmoid')(features))
model.compile('adam', 'binary_crossentropy')
model.fit(X, y, epochs=1)  #!
#: files
images("signs", ("a",), 6, (120, 70))
