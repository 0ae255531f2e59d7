#: title: A grey scan is opened with PIL for a network trained on three channels
#: topic: rank
import os
import numpy as np
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, AvgPool2D, BatchNormalization, Dropout, Flatten, Dense

loader = ImageDataGenerator(rescale=1/255)
train_loader = loader.flow_from_directory('cells', target_size=(64, 64), batch_size=4, class_mode='categorical')

model = Sequential()
model.add(Conv2D(8, kernel_size=(3,3), activation="relu", input_shape=(64, 64, 3)))
model.add(AvgPool2D(pool_size=(3,3)))
model.add(BatchNormalization())
model.add(Dropout(0.3))
model.add(Flatten())
model.add(Dense(3, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(train_loader, epochs=1)

mix_list = sorted(os.listdir('cells/mixed'))
img = Image.open(os.path.join('cells/mixed', mix_list[2])).resize((64, 64))  #?
#= img = Image.open(os.path.join('cells/mixed', mix_list[2])).convert('RGB').resize((64, 64))
img_arr = np.array(img) / 255
img_arr = img_arr.reshape(1, 64, 64, 3)  #! #?
pred = model.predict(img_arr)
print(np.argmax(pred))
#: files
images("cells", ("bud", "mixed", "round"), 4, (70, 70), "L")
