#: title: MultiLabelBinarizer finds five tags, classes were guessed as six
#: topic: labels
import numpy as np
from sklearn.preprocessing import MultiLabelBinarizer
from tensorflow import keras
from tensorflow.keras import layers

tags = [('red', 'dress'), ('blue', 'dress'), ('black', 'jeans'), ('blue', 'jeans')] * 6
pictures = np.random.randint(0, 256, size=(len(tags), 40, 40, 3)).astype('float32') / 255.
mlb = MultiLabelBinarizer()
targets = mlb.fit_transform(tags)
print(mlb.classes_, targets.shape)


def make_model(input_shape, num_classes):
    inputs = keras.Input(shape=input_shape)
    x = layers.Rescaling(1.0)(inputs)
    for size in [8, 16]:
        residual = layers.Conv2D(size, 1, strides=2, padding="same")(x)
        x = layers.SeparableConv2D(size, 3, padding="same")(layers.Activation("relu")(x))
        x = layers.BatchNormalization()(x)
        x = layers.MaxPooling2D(3, strides=2, padding="same")(x)
        x = layers.add([x, residual])
    x = layers.GlobalAveragePooling2D()(x)
    units = 1 if num_classes == 2 else num_classes
    activation = "sigmoid"
    return keras.Model(inputs, layers.Dense(units, activation=activation)(x))  #?


model = make_model(input_shape=(40, 40, 3), num_classes=6)  #?
#= model = make_model(input_shape=(40, 40, 3), num_classes=len(mlb.classes_))
model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(1e-3), metrics=["accuracy"])
model.fit(pictures, targets, epochs=1, batch_size=8)  #!
