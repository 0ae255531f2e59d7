#: title: Age and gender from the file names: the second head has two units for one number
#: topic: labels
import os
import numpy as np
import cv2
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, Flatten, Dense, Dropout
from tensorflow.keras.models import Model

path = "UTKFace"
images, age, gender = [], [], []
for img in sorted(os.listdir(path)):
    ages = img.split("_")[0]
    genders = img.split("_")[1]
    im = cv2.imread(path + "/" + str(img))
    im = cv2.cvtColor(im, cv2.COLOR_BGR2RGB)
    images.append(np.array(cv2.resize(im, (48, 48))))
    age.append(np.array(ages))
    gender.append(np.array(genders))

age = np.array(age, dtype=np.int64)
gender = np.array(gender, np.uint64)
x = np.array(images) / 255

inputs = Input((48, 48, 3))
conv = Conv2D(8, (3, 3), activation='relu')(inputs)
pool = MaxPooling2D((2, 2))(conv)
flat = Dropout(0.2)(Flatten()(pool))
age_output = Dense(1, activation='linear', name='age')(Dense(8, activation='relu')(flat))
gender_output = Dense(2, activation='sigmoid', name='gender')(Dense(8, activation='relu')(flat))  #?
#= gender_output = Dense(1, activation='sigmoid', name='gender')(Dense(8, activation='relu')(flat))
model = Model(inputs=[inputs], outputs=[age_output, gender_output])
model.compile(loss=['mae', 'binary_crossentropy'], optimizer='adam', metrics=[['mae'], ['accuracy']])
model.fit(x=x, y=[age, gender], batch_size=4, epochs=1)  #!
#: files
for i in range(12):
    image(f"UTKFace/{20 + i}_{i % 2}_0_2017.png", (50, 50))
