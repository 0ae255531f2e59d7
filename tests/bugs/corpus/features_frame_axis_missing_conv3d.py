#: title: Grey frames of clips are stacked without a channel, Conv3D declared colours
#: topic: features
import os
import cv2
import numpy as np
from keras.models import Sequential
from keras.layers import Conv3D, MaxPooling3D, Flatten, Dense, Dropout
from keras.utils import to_categorical

img_rows, img_cols, img_depth = 24, 24, 6
X_tr = []
for action in ['boxing', 'handclapping']:
    listing = sorted(os.listdir('kth/' + action))
    frames = []
    for vid in listing:
        frame = cv2.imread('kth/' + action + '/' + vid)
        frame = cv2.resize(frame, (img_rows, img_cols), interpolation=cv2.INTER_AREA)
        gray = cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)  #?
        frames.append(gray)  #?
        #= frames.append(frame)
        if len(frames) == img_depth:
            X_tr.append(np.array(frames))
            frames = []

X_tr_array = np.array(X_tr)
num_samples = len(X_tr_array)
label = np.zeros((num_samples,), dtype=int)
label[num_samples // 2:] = 1
Y_train = to_categorical(label, 2)
train_set = X_tr_array.astype('float32')
train_set -= np.mean(train_set)
train_set /= np.max(train_set)

model = Sequential()
model.add(Conv3D(8, kernel_size=(3, 3, 3), input_shape=(img_depth, img_rows, img_cols, 3), activation='relu'))  #?
model.add(MaxPooling3D(pool_size=(2, 2, 2)))
model.add(Dropout(0.5))
model.add(Flatten())
model.add(Dense(2, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='RMSprop', metrics=['mse'])
model.fit(train_set, Y_train, batch_size=2, epochs=1, shuffle=True)  #!
#: files
images("kth", ("boxing", "handclapping"), 12, (40, 30))
