#: title: Fashion-MNIST flattened, pixels never divided by 255
#: topic: silent
from tensorflow import keras
from tensorflow.keras.layers import Dense, Flatten

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()  #?
#+ x_train = x_train / 255.0
model = keras.Sequential()
model.add(Flatten(input_shape=(28, 28)))  #?
model.add(Dense(64, activation="relu"))  #?
model.add(Dense(10, activation="softmax"))
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=1)  #~
#: check
assert x_train.max() <= 1 or any(type(l).__name__ == "Rescaling" for l in model.layers)
