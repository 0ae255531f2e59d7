"""Shapes that a comment or an annotation tells are believed where nothing else is known."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

HEAD = """\
from typing import Annotated

import keras
import numpy as np
from jaxtyping import Array, Float, Float32, Shaped, UInt8
from elsewhere import load

"""
TOLD = {
    "x = load()  # shape: (n, 28, 28) uint8": "(n, 28, 28) uint8",
    "x = load()  # shape: (60000, 2*k + 1)": "(60000, 2*k + 1)",
    "x = load()  # shape: (None, ?, _, 3) float32": "(?, ?, ?, 3) float32",
    "x = load()  # shape: (..., 3) float32": "(…) float32",
    "x = load()  #shape:(5,)": "(5,)",
    "x = np.load(load())  # shape: (5, 4)": "(5, 4)",
    "x = load(\n    'a',\n)  # shape: (5, 4) int32": "(5, 4) int32",
    "a, x = load()  # shapes: (n, 28) uint8, (n,) int64": "(n,) int64",
    "y = load()  # shape: (n, 2)\nx = y[:-1]": "(n - 1, 2)",
    "y = load()  # shape: (n, 2)\nz = load()  # shape: (n,)\nx = y[:, 0] + z": "(n,)",
    "x: Float[np.ndarray, 'n 28 28'] = load()": "(n, 28, 28)",
    "x: Float32[Array, 'batch 28 c=3'] = load()": "(batch, 28, 3) float32",
    "x: UInt8[np.ndarray, '60000 28 28'] = load()": "(60000, 28, 28) uint8",
    "x: Shaped[np.ndarray, '*batch 3'] = load()": "(…)",
    "x: Float[np.ndarray, ''] = load()": "()",
    "x: Annotated[np.ndarray, (60000, 28)] = load()": "(60000, 28)",
    "x: Annotated[np.ndarray, '(60000, 28) uint8'] = load()": "(60000, 28) uint8",
    "x: Annotated[np.ndarray, 'n 28'] = load()": "(n, 28)",
    "def f(a: Float[Array, 'n d'], b: Float[Array, 'd 5']):\n    x = a @ b\n\n\nf(load(), load())": "(n, 5)",
    "def f(a: Float32[np.ndarray, 'n 4']):\n    x = a[:, :2]\n    return x": "(n, 2) float32",
    "def f(a) -> Float32[np.ndarray, '7 2']:\n    return load(a)\n\n\nx = f(1)": "(7, 2) float32",
    # What is worked out stands.
    "x = np.zeros((3, 4))  # shape: (5, 6) int8": "(3, 4) float64",
    "x: Float32[np.ndarray, '5 6'] = np.zeros((3, 4))": "(3, 4) float64",
    # What is no telling.
    "x = np.zeros(3)  # the shape: a vector": "(3,) float64",
    "x = ' # shape: (5,) '; y = np.zeros(2)": None,
    "x = load()  # shape: (n, print())": None,
    "x = load()  # shape: (1e9, -1)": None,
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_known(text: str) -> None:
    analysis = analyse(Document.of_text("a.py", HEAD + text + "\n"))
    assert not analysis.diagnostics
    shown = [shape.text for shape in analysis.shapes if shape.name == "x"]
    assert (shown[-1] if shown else None) == TOLD[text]


def test_a_told_shape_finds_the_mistake() -> None:
    text = """\
x = load()  # shape: (n, 28, 28) uint8
y = load()  # shape: (n,) int64
model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])
model.compile(loss="mse")
model.fit(x, y)
"""
    analysis = analyse(Document.of_text("a.py", HEAD + text))
    assert [d.code for d in analysis.diagnostics] == ["input-rank"]


def test_an_edited_comment_tells_anew() -> None:
    document = Document.of_text("a.py", HEAD + "x = load()  # shape: (3,)\ny = x[1:]\n")
    first = analyse(document)
    second = analyse(document.with_text(HEAD + "x = load()  # shape: (9,)\ny = x[1:]\n"), previous=first)
    assert [[s.text for s in a.shapes] for a in (first, second)] == [["(3,)", "(2,)"], ["(9,)", "(8,)"]]
