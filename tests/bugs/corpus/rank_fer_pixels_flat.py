#: title: FER pixels are split from strings and stay flat
#: topic: rank
import pandas as pd
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, AveragePooling2D, Dense, Dropout, Flatten
from keras.utils import to_categorical

df = pd.read_csv('fer.csv')
X_train, train_y, X_test, test_y = [], [], [], []
for index, row in df.iterrows():
    val = row['pixels'].split(" ")
    try:
        if 'Training' in row['Usage']:
            X_train.append(np.array(val, 'float32'))
            train_y.append(row['emotion'])
        elif 'PublicTest' in row['Usage']:
            X_test.append(np.array(val, 'float32'))
            test_y.append(row['emotion'])
    except:
        print(f"error at index :{index} and row:{row}")

num_labels = 7
X_train = np.array(X_train, 'float32')
train_y = np.array(train_y, 'float32')
X_test = np.array(X_test, 'float32')
test_y = np.array(test_y, 'float32')
train_y = to_categorical(train_y, num_classes=num_labels)
test_y = to_categorical(test_y, num_classes=num_labels)
X_train -= np.mean(X_train, axis=0)
X_train /= np.std(X_train, axis=0)
#+ X_train = X_train.reshape(X_train.shape[0], 48, 48, 1)

model = Sequential()
model.add(Conv2D(8, kernel_size=(3, 3), activation='relu', input_shape=(48, 48, 1)))  #?
model.add(MaxPooling2D(pool_size=(2, 2), strides=(2, 2)))
model.add(Dropout(0.5))
model.add(Flatten())
model.add(Dense(num_labels, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, train_y, batch_size=4, epochs=1, verbose=1, shuffle=True)  #! #?
#: files
rows = [f"{i % 7},{' '.join(str((i * 7 + j) % 256) for j in range(2304))},{'PublicTest' if i % 5 == 4 else 'Training'}" for i in range(20)]
text("fer.csv", "emotion,pixels,Usage\n" + "\n".join(rows) + "\n")
