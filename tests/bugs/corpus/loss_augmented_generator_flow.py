#: title: datagen.flow with the integers of CIFAR-10
#: topic: loss
from tensorflow.keras.datasets import cifar10
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, GlobalAveragePooling2D, Dense
from tensorflow.keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = cifar10.load_data()  #?
x_train = x_train.astype('float32') / 255
#+ y_train = to_categorical(y_train, 10)
datagen = ImageDataGenerator(width_shift_range=0.1, height_shift_range=0.1, horizontal_flip=True)
datagen.fit(x_train)
model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=x_train.shape[1:]))
model.add(GlobalAveragePooling2D())
model.add(Dense(10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
model.fit(datagen.flow(x_train, y_train, batch_size=32), epochs=1)  #!
