"""However a text came to be, by many edits or at once, its analysis is the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.source.document import Document

PROGRAMS = {
    "classifier": """\
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32") / 255
classes = 10


def scaled(images, size=28):
    if images.ndim == 3:
        images = images[..., None]
    return images / 255


units = [64, 32]
model = keras.Sequential()
model.add(keras.Input((28, 28)))
model.add(layers.Flatten())
for n in units:
    model.add(layers.Dense(n, activation="relu"))
model.add(layers.Dense(classes, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=2)
model.predict(scaled(x_test))
""",
    "functional": """\
import numpy as np
import keras

a = keras.Input((20, 8))
b = keras.Input((4,))


def tower(x, width):
    x = keras.layers.LSTM(width)(x)
    return keras.layers.Dropout(0.5)(x)


left = tower(a, 16)
both = keras.layers.Concatenate()([left, b])
out = keras.layers.Dense(1)(both)
model = keras.Model([a, b], out)
model.compile("adam", "mse")
x = np.random.rand(50, 20, 8)
y = np.zeros((50, 1))
if len(x) > 10:
    z = np.ones((50, 4))
else:
    z = np.ones((50, 5))
model.fit([x, z], y)
""",
}
PIECES = [
    "10",
    "64",
    "None",
    "(28, 28)",
    "x",
    "\n",
    "    ",
    ")",
    "(",
    ", 3",
    "# note",
    "y_test",
    "keras",
    '"""',
    "[0]",
    "else:",
    "return ",
]


def summary(analysis: Analysis) -> object:
    """All that users see of an analysis."""
    document = analysis.document
    return (
        [(d.code, d.message, d.range, d.related) for d in analysis.diagnostics],
        sorted((s.kind, s.name, repr(document.range_of(s.place)), repr(getattr(s.value, "shape", None)))
               for s in analysis.evaluation.shapes if document.range_of(s.place)),
    )  # fmt: skip


def edited(text: str, choice: random.Random) -> str:
    """One random edit, of the kind that typing and moving lines around gives."""
    lines = text.split("\n")
    kind = choice.randrange(5)
    at = choice.randrange(len(lines))
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[choice.randrange(len(lines))] if lines else "")
    elif kind == 2:
        lines.insert(at, "")
    else:
        line = lines[at] if lines else ""
        column = choice.randrange(len(line) + 1)
        end = min(len(line), column + choice.choice((0, 0, 1, 3)))
        lines[at : at + 1] = (line[:column] + choice.choice(PIECES) + line[end:]).split("\n")
    return "\n".join(lines)


def parses(text: str) -> bool:
    try:
        compile(text, "", "exec", dont_inherit=True, flags=0x400)
    except (SyntaxError, ValueError):
        return False
    return True


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("seed", range(12))
def test_edits_end_where_a_fresh_analysis_does(name: str, seed: int) -> None:
    choice = random.Random(f"{name} {seed}")
    text = PROGRAMS[name]
    analysis = analyse(Document.of_text("a.py", text))
    compared = 0
    history = [text]
    for _ in range(25):
        # From time to time the user undoes: back to a text that was whole.
        text = choice.choice(history) if choice.random() < 0.3 else edited(text, choice)
        analysis = analyse(analysis.document.with_text(text), previous=analysis)
        if parses(text):
            history.append(text)
            compared += 1
            fresh = analyse(Document.of_text("a.py", text))
            assert summary(analysis) == summary(fresh), text
    assert compared > 3


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "examples").glob("*.py")), ids=lambda p: p.stem)
def test_typed_key_by_key(path: Path) -> None:
    """At the end of typing a whole program the analysis equals a fresh one."""
    text = path.read_text(encoding="utf-8")
    analysis = analyse(Document.of_text("a.py", ""))
    for end in range(len(text) + 1):
        analysis = analyse(analysis.document.with_text(text[:end]), previous=analysis)
    assert summary(analysis) == summary(analyse(Document.of_text("a.py", text)))
