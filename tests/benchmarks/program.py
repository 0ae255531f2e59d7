"""A Keras program of any length, of the kind people write: data, a model, compile, fit, over and over."""

from __future__ import annotations

HEAD = """\
import numpy as np
import keras
from keras import layers
from keras.utils import to_categorical

"""

SECTIONS = (
    """\
# Images, number {n}
(x_train_{n}, y_train_{n}), (x_test_{n}, y_test_{n}) = keras.datasets.mnist.load_data()
x_train_{n} = x_train_{n}.reshape(60000, 28, 28, 1).astype("float32") / 255
x_test_{n} = x_test_{n}.reshape(10000, 28, 28, 1).astype("float32") / 255
y_train_{n} = to_categorical(y_train_{n}, 10)
y_test_{n} = to_categorical(y_test_{n}, 10)

images_{n} = keras.Sequential()
images_{n}.add(keras.Input(shape=(28, 28, 1)))
images_{n}.add(layers.Conv2D(32, (3, 3), activation="relu"))
images_{n}.add(layers.MaxPooling2D((2, 2)))
images_{n}.add(layers.Conv2D(64, (3, 3), activation="relu"))
images_{n}.add(layers.MaxPooling2D((2, 2)))
images_{n}.add(layers.Flatten())
images_{n}.add(layers.Dense(64, activation="relu"))
images_{n}.add(layers.Dense(10, activation="softmax"))
images_{n}.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
images_{n}.fit(x_train_{n}, y_train_{n}, epochs=5, validation_data=(x_test_{n}, y_test_{n}))

""",
    """\
# Sequences, number {n}
def sequence_model_{n}(steps, features, units=32):
    inputs = keras.Input(shape=(steps, features))
    x = layers.LSTM(units, return_sequences=True)(inputs)
    x = layers.Dropout(0.2)(x)
    x = layers.LSTM(units)(x)
    x = layers.Dense(16, activation="relu")(x)
    outputs = layers.Dense(1)(x)
    return keras.Model(inputs, outputs)


series_{n} = np.random.random((1000, 20, 8))
targets_{n} = np.random.random((1000, 1))
sequence_{n} = sequence_model_{n}(20, 8)
sequence_{n}.compile(optimizer="adam", loss="mse")
sequence_{n}.fit(series_{n}, targets_{n}, batch_size=32, epochs=3)
predicted_{n} = sequence_{n}.predict(series_{n}[:10])

""",
    """\
# Tables, number {n}
table_{n} = np.random.normal(size=(500, 12))
labels_{n} = np.random.randint(0, 3, size=(500,))
centred_{n} = (table_{n} - table_{n}.mean(axis=0)) / table_{n}.std(axis=0)
dense_{n} = keras.Sequential([
    keras.Input(shape=(12,)),
    layers.Dense(64, activation="relu"),
    layers.BatchNormalization(),
    layers.Dense(3, activation="softmax"),
])
dense_{n}.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
dense_{n}.fit(centred_{n}, labels_{n}, epochs=10)
scores_{n} = dense_{n}.evaluate(centred_{n}, labels_{n})

""",
)


def program(lines: int) -> str:
    """About `lines` lines, without a mistake, so that what is timed is the analysis and not the words."""
    text, n = HEAD, 0
    while text.count("\n") < lines:
        text += SECTIONS[n % len(SECTIONS)].format(n=n)
        n += 1
    return text


def middle(text: str) -> tuple[int, int]:
    """Line and character behind the units of a `Dense(64` near the middle: where the edits are typed."""
    lines = text.split("\n")
    candidates = [number for number, line in enumerate(lines) if "Dense(64" in line]
    line = min(candidates, key=lambda number: abs(number - len(lines) // 2))
    return line, lines[line].index("Dense(64") + len("Dense(64")
