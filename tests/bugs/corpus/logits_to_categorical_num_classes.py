#: title: to_categorical is told nine classes for digits 0 to 9
#: topic: logits
from tensorflow.keras.datasets import mnist
from tensorflow.keras.utils import to_categorical
from tensorflow.keras import Sequential, layers

(x_train, y_train), _ = mnist.load_data()  #?
x_train = x_train.reshape(-1, 784) / 255.0
y_train = to_categorical(y_train, num_classes=9)  #!
#= y_train = to_categorical(y_train, num_classes=10)
model = Sequential([layers.Input((784,)), layers.Dense(9, activation="softmax")])
#= model = Sequential([layers.Input((784,)), layers.Dense(10, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x_train, y_train, epochs=1)
