#: title: load_digits with one-hot targets and eight units
#: topic: labels
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from tensorflow import keras

X, y = load_digits(return_X_y=True)
X = X.reshape(-1, 8, 8, 1) / 16.0
y = keras.utils.to_categorical(y, 10)  #?
xa, xb, ya, yb = train_test_split(X, y, test_size=0.9)
cnn = keras.Sequential([
    keras.layers.Conv2D(8, 3, activation="relu", input_shape=(8, 8, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(8, activation="softmax"),
    #= keras.layers.Dense(10, activation="softmax"),
])
cnn.compile(loss="categorical_crossentropy", optimizer="adam")
cnn.fit(xa, ya, epochs=1)  #!
