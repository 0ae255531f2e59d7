#: title: Pictures of several sizes are put into one array, the resize is forgotten
#: topic: other
from pathlib import Path
import numpy as np
from PIL import Image
import keras
from keras import layers

paths = sorted(Path('birds').glob('*.png'))
labels = np.array([int('eagle' in p.stem) for p in paths])
pics = []
for p in paths:
    im = Image.open(p).convert('RGB')
    pics.append(np.asarray(im))  #?
    #= pics.append(np.asarray(im.resize((48, 48))))
pics = np.array(pics)  #! #?
pics = pics.astype('float32') / 255.0
model = keras.Sequential([
    keras.Input((48, 48, 3)),
    layers.SeparableConv2D(8, 3, activation='relu'),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy')
model.fit(pics, labels)
#: files
image("birds/eagle_1.png", (50, 40))
image("birds/eagle_2.png", (60, 44))
image("birds/owl_1.png", (48, 48))
image("birds/owl_2.png", (48, 52))
