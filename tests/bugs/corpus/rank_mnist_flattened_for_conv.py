#: title: MNIST is flattened, the model wants pictures
#: topic: rank
from keras.datasets import mnist
from keras.layers import Conv2D, Dense, Flatten, Input
from keras.models import Model
from keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.reshape(60000, 784)
#= x_train = x_train.reshape(60000, 28, 28, 1)
x_test = x_test.reshape(10000, 784)
#= x_test = x_test.reshape(10000, 28, 28, 1)
x_train = x_train.astype('float32') / 255
x_test = x_test.astype('float32') / 255
y_train = to_categorical(y_train, 10)
y_test = to_categorical(y_test, 10)

inputs = Input(shape=(28, 28, 1))  #?
x = Conv2D(4, (3, 3), activation='relu')(inputs)
x = Flatten()(x)
outputs = Dense(10, activation='softmax')(x)
model = Model(inputs, outputs)
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=64, epochs=3, validation_data=(x_test, y_test))  #!
