"""Edits that would run and cannot be meant are not among the fixes."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

PREAMBLE = "import numpy as np\nimport keras\nfrom keras import layers\n\n"


def kinds(program: str) -> set[str]:
    analysis = analyse(Document.of_text("program.py", PREAMBLE + program))
    (found,) = analysis.diagnostics
    return {fix.kind for fix in analysis.fixes(found)}


def predicted(declared: str, name: str, shape: str) -> str:
    return f"""\
model = keras.Sequential([keras.Input({declared}), layers.Flatten(), layers.Dense(1)])
{name} = np.random.rand(*{shape})
model.predict({name})
"""


@pytest.mark.parametrize(
    ("declared", "name", "shape"),
    [
        ("(32, 32, 3)", "x_test", "(60, 64, 64, 3)"),
        ("(4, 4, 1)", "pictures", "(4, 4, 3, 4)"),
        ("(20, 10)", "x_test", "(100, 10)"),
        ("(8,)", "data", "(5, 16)"),
        ("(8,)", "data", "(5, 3, 16)"),
    ],
)
def test_no_reshape_to_another_number_of_samples(declared: str, name: str, shape: str) -> None:
    """60 pictures do not become 240 smaller ones."""
    assert "reshape-data" not in kinds(predicted(declared, name, shape))


@pytest.mark.parametrize(
    ("declared", "name", "shape"),
    [("(784,)", "picture", "(28, 28)"), ("(28, 28, 1)", "picture", "(784,)"), ("(20, 10)", "readings", "(100, 10)")],
)
def test_one_sample_and_rows_that_make_sequences_are_reshaped(declared: str, name: str, shape: str) -> None:
    assert "reshape-data" in kinds(predicted(declared, name, shape))


def test_with_labels_the_samples_are_counted() -> None:
    """Also where the labels' number is not known."""
    program = """\
def train(y):
    model = keras.Sequential([keras.Input((20, 10)), layers.Flatten(), layers.Dense(1)])
    model.compile("sgd", "mse")
    readings = np.random.rand(100, 10)
    model.fit(readings, y)
"""
    assert "reshape-data" not in kinds(program)
