#: title: to_categorical with 100 classes, copied model for ten
#: topic: labels
from tensorflow.keras.datasets import cifar100
from tensorflow.keras.utils import to_categorical
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, BatchNormalization, MaxPool2D, Flatten, Dense

(x_train, y_train), (x_test, y_test) = cifar100.load_data()
x_train = x_train.astype('float32') / 255.0
x_test = x_test.astype('float32') / 255.0
y_train, y_test = to_categorical(y_train, 100), to_categorical(y_test, 100)  #?

model = Sequential([
    Conv2D(8, 3, padding='same', activation='relu', input_shape=(32, 32, 3)),
    BatchNormalization(),
    MaxPool2D(4),
    Flatten(),
    Dense(10, activation='softmax'),
    #= Dense(100, activation='softmax'),
])
model.compile('adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=64, epochs=2, validation_data=(x_test, y_test))  #!
