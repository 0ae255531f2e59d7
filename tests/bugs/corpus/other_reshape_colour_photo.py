#: title: An opened picture has three channels: 72000 numbers, not 24000
#: topic: other
import numpy as np
from PIL import Image
from tensorflow.keras import layers, models

img = np.array(Image.open('plate.png'))  #?
#= img = np.array(Image.open('plate.png').convert('L'))
x = img.reshape(1, 120, 200, 1) / 255.0  #!
model = models.Sequential([layers.Input((120, 200, 1)), layers.Conv2D(4, 3), layers.GlobalMaxPooling2D(), layers.Dense(2)])
print(model.predict(x))
#: files
image("plate.png", (200, 120))
