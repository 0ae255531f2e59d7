#: title: PNG files with an alpha channel into three channels
#: topic: features
import numpy as np
from PIL import Image
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, GlobalMaxPooling2D, Dense

files = ["a.png", "b.png", "c.png", "d.png"]
data = []
for f in files:
    img = Image.open(f).convert("RGBA").resize((32, 32))
    #= img = Image.open(f).convert("RGB").resize((32, 32))
    data.append(np.asarray(img) / 255.0)
data = np.array(data)  #?
model = Sequential()
model.add(Conv2D(8, (3, 3), input_shape=(32, 32, 3), activation="relu"))  #?
model.add(GlobalMaxPooling2D())
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(data, np.array([0, 1, 0, 1]), epochs=1)  #!
#: files
for name in "abcd": image(f"{name}.png", (40, 40), "RGBA")
