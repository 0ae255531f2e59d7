"""Programs that several tests open."""

from __future__ import annotations

# The model wants sequences of 20 steps; line 8 hands it single readings.
WRONG_RANK = """\
import numpy as np
from tensorflow import keras

readings = np.random.rand(100, 10)

forecaster = keras.Sequential([
    keras.layers.LSTM(64, input_shape=(20, 10)),
    keras.layers.Dense(1),
])
forecast = forecaster.predict(readings)
"""
LINE = 9
RIGHT_RANK = WRONG_RANK.replace("rand(100, 10)", "rand(100, 20, 10)")
# Two statements in one program; the second is only wrong because of the first.
DATA = """\
import numpy as np
import keras

pixels = np.random.rand(100, 32)
"""
MODEL = """\
model = keras.Sequential([keras.Input(shape=(64,)), keras.layers.Dense(8)])
print(model(np.zeros((3, 32, 64))).shape)
model.predict(pixels[0])
"""


def codes(items: list[dict[str, object]]) -> list[object]:
    """The codes of diagnostics, in their order."""
    return [item["code"] for item in items]
