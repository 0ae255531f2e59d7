"""What Keras 2 lets pass and what it refuses: programs with `tf_keras`, run for real and looked at by us."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from keras_shapes.values.mismatch import Mismatch

from .harness import AGREED, Case, check, judge

pytestmark = pytest.mark.keras

RUNS, RAISES = "runs", "raises"
_HEAD = "import numpy as np\nimport tf_keras as keras\n"
_LOSSES = ("mse", "mae", "huber", "hinge", "poisson", "binary_crossentropy", "categorical_crossentropy",
           "sparse_categorical_crossentropy")  # fmt: skip
# Which of these raise in Keras 2: each raises, or runs, otherwise in Keras 3, or is of those that both share.
PROGRAMS = {
    "layer = keras.layers.Dense(4, batch_input_shape=(None, 8))": RUNS,
    "layer = keras.layers.Embedding(9, 4, input_length=5)": RUNS,
    "layer = keras.layers.LSTM(4, batch_input_shape=(2, 5, 3), stateful=True)": RUNS,
    "layer = keras.layers.Dense(128 / 2)(keras.Input((4,)))": RUNS,
    "x = keras.Input(3)": RUNS,
    "x = keras.Input((3))\ny = keras.layers.Dense(2)(x)": RUNS,
    "m = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])\nm.predict([[1.0, 2.0], [3.0, 4.0]])": RUNS,
    "m = keras.Sequential([keras.layers.LSTM(2, input_shape=(5, 3))])\nm.predict(np.zeros((4, 6, 3)))": RAISES,
    "m = keras.Sequential([keras.layers.LSTM(2, input_shape=(5, 3))])\nm.predict(np.zeros((4, 5, 3)))": RUNS,
    "m = keras.Sequential([keras.layers.Conv2D(2, 3, input_shape=(8, 8, 3)), keras.layers.GlobalMaxPooling2D()])\n"
    "m.predict(np.zeros((4, 9, 9, 3)))": RAISES,
    "m = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])\nm.predict(np.zeros((4, 3)))": RAISES,
    "m = keras.Sequential([keras.layers.Dense(1, input_shape=(2, 1))])\nm.predict(np.zeros((4, 2)))": RUNS,
}


@dataclass(frozen=True)
class ProgramCase:
    """A program, which raises or runs to its end; ours: whether an error is told of."""

    text: str

    def real(self) -> str:
        exec(compile(_HEAD + self.text, "<program>", "exec"), {"__name__": "__main__"})
        return RUNS

    def ours(self) -> str:
        found = analyse(Document.of_text("program.py", _HEAD + self.text)).diagnostics
        for each in found:
            if each.severity == "error":
                raise Mismatch(each.code)
        return RUNS

    def __str__(self) -> str:
        return self.text


def _labels(loss: str) -> object:
    def case(draw: Random) -> Case:
        output = draw.choice(((3,), (1,), (2,), (4, 3), (4, 1)))
        y = draw.choice(((), (1,), (2,), (3,), (4,), (4, 1), (4, 3)))
        dtype = draw.choice(("float32", "int64"))
        # An activation that the crossentropies do not look behind: they compare logits that they find there.
        return ProgramCase(
            f"x = keras.Input({output})\nm = keras.Model(x, keras.layers.Activation('softplus')(x))\n"
            f"m.compile('sgd', '{loss}', run_eagerly=True)\n"
            f"m.fit(np.ones((8, *{output}), 'float32'), np.zeros((8, *{y}), '{dtype}'), verbose=0)"
        )

    return case


# Each case takes a tenth of a second.
SHARE = 0.2
TABLE = {f"tf_keras {loss}": _labels(loss) for loss in _LOSSES}


@pytest.mark.parametrize("name", TABLE)
def test_labels(name: str) -> None:
    check(TABLE, name, 4)


@pytest.mark.parametrize("text", PROGRAMS)
def test_programs(text: str) -> None:
    verdict = judge(ProgramCase(text))
    assert verdict.outcome == AGREED, str(verdict)
    assert bool(verdict.text) == (PROGRAMS[text] == RAISES)
