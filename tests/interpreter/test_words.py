"""What `array-shapes` says: which array, of which shape, and what the function needs, in words that need no source."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

HEAD = """\
import numpy as np
import tensorflow as tf
from sklearn.preprocessing import OneHotEncoder, StandardScaler

x = np.zeros((64, 28, 28))
labels = np.zeros(24)
scaler = StandardScaler().fit(np.zeros((20, 5)))
house = np.zeros((1, 4))
"""
WORDS = {
    "tf.image.rgb_to_grayscale(x)": (
        "`x` has shape (64, 28, 28), but `tf.image.rgb_to_grayscale` needs 3 channels on its last axis."
    ),
    "OneHotEncoder().fit_transform(labels)": "`labels` has shape (24,), but `fit_transform` needs 2 axes.",
    "scaler.transform(house)": "`house` has 4 columns, but `scaler` was fitted to 5 columns.",
    "np.linalg.inv(house)": "`house` has shape (1, 4), but `np.linalg.inv` needs a square matrix.",
    "tf.image.resize(house, (3, 3))": "`house` has shape (1, 4), but `tf.image.resize` needs 3 or 4 axes.",
    "np.linalg.qr(labels)": "`labels` has shape (24,), but `np.linalg.qr` needs at least 2 axes.",
    "np.pad(x, ((0, 0), (2, 2)))": "`np.pad` needs 3 pairs of widths, one for each axis, but gets ((0, 0), (2, 2)).",
    "np.split(x, 5)": "`np.split` cannot divide axis 0 of (64, 28, 28) into 5 equal parts.",
    "np.squeeze(x, axis=0)": "`np.squeeze` takes away axes of size 1, but axis 0 of (64, 28, 28) is another.",
    "labels[np.zeros(4, bool)]": "a mask of shape (4,) does not fit an array of shape (24,).",
    "np.einsum('ij,jk->ik', house, np.zeros((5, 6)))": (
        "`np.einsum`: `j` of 'ij,jk->ik' is 4 in one array, and another has shape (5, 6)."
    ),
    "x.dot(np.zeros((27, 3)))": ("`x.dot` cannot take (64, 28, 28) and (27, 3): the inner sizes 28 and 27 differ."),
    "x @ np.zeros((27, 3))": "`matmul` cannot take (64, 28, 28) and (27, 3): the inner sizes 28 and 27 differ.",
}


@pytest.mark.parametrize("call", WORDS)
def test_words(call: str) -> None:
    analysis = analyse(Document.of_text("example.py", f"{HEAD}{call}\n"))
    assert [d.message for d in analysis.diagnostics if d.code == "array-shapes"] == [WORDS[call]]


def test_a_finding_inside_a_function_tells_of_the_call_that_brought_the_values() -> None:
    program = f"{HEAD}def halves(table, name, parts=5):\n    return np.split(table, parts)\nhalves(x, 'left')\n"
    (finding,) = analyse(Document.of_text("example.py", program)).diagnostics
    called = [cause for cause in finding.related if cause.message.startswith("when called")]
    assert [(cause.range.start.line, cause.message) for cause in called] == [
        (program.count("\n") - 1, "when called from here with table (64, 28, 28), name 'left', parts 5")
    ]
