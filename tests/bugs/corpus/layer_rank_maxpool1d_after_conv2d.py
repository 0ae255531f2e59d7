#: title: MaxPooling1D after Conv2D
#: topic: layer-rank
from keras import layers, Sequential

model = Sequential([
    layers.Conv2D(16, (3, 3), activation="relu", input_shape=(30, 30, 1)),
    layers.MaxPooling1D(2),  #!
    #= layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
