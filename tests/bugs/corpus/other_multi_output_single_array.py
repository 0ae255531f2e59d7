#: title: Validation data with one of two inputs
#: topic: other
import numpy as np
from tensorflow.keras import layers, Model

img = layers.Input((16, 16, 3))
meta = layers.Input((5,))
x = layers.Flatten()(layers.Conv2D(4, 3)(img))
out = layers.Dense(1, activation='sigmoid')(layers.Concatenate()([x, meta]))
model = Model([img, meta], out)
model.compile('adam', 'binary_crossentropy')
imgs, metas, y = np.random.rand(20, 16, 16, 3), np.random.rand(20, 5), np.random.randint(0, 2, 20)
model.fit([imgs[:15], metas[:15]], y[:15], validation_data=(imgs[15:], y[15:]), epochs=1)  #!
#= model.fit([imgs[:15], metas[:15]], y[:15], validation_data=([imgs[15:], metas[15:]], y[15:]), epochs=1)
