"""What programs ask of values before they go on: answered as Python answers, or not at all."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from keras_shapes.analysis import analyse
from keras_shapes.interpreter.kinds import _NOT_OF_ARRAYS, _OF_ARRAYS
from keras_shapes.source.document import Document
from keras_shapes.values.unknown import Unknown

IMPORTS = """\
import collections, numbers, types, typing
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
import numpy as np, pandas as pd
class Own: pass
"""
VALUES = {
    "array": "np.zeros((3, 4))", "integers": "np.arange(5)", "scalar": "np.float32(3)", "element": "np.zeros(3)[0]",
    "largest": "np.arange(5).max()", "table": "pd.DataFrame({'a': [1, 2]})",
    "column": "pd.DataFrame({'a': [1, 2]})['a']",
    "text": "'abc'", "number": "4", "half": "0.5", "nothing": "None", "yes": "True", "items": "[1, 2]",
    "pair": "(1, 2)", "names": "{'a': 1}", "some": "{1, 2}", "shape": "np.zeros((3, 4)).shape", "own": "Own()",
    "cls": "Own", "function": "lambda x: x", "method": "Own().__init__", "raw": "b'abc'", "steps": "range(3)",
}  # fmt: skip
CLASSES = """int float bool str bytes list tuple dict set object type np.ndarray np.integer np.floating np.generic
np.number numbers.Number numbers.Integral Iterable Sequence Mapping Sized Callable collections.OrderedDict
pd.DataFrame pd.Series Own types.FunctionType typing.Sequence""".split()
ATTRIBUTES = [
    "shape",
    "ndim",
    "dtype",
    "columns",
    "values",
    "numpy",
    "keys",
    "append",
    "__len__",
    "__iter__",
    "__call__",
]
QUESTIONS = [
    *(f"isinstance({{}}, {cls})" for cls in CLASSES),
    *(f"hasattr({{}}, {name!r})" for name in ATTRIBUTES),
    *(f"type({{}}) is {cls}" for cls in CLASSES),
    *(f"type({{}}) == {cls}" for cls in CLASSES),
    "callable({})", "isinstance({}, (list, tuple))", "not isinstance({}, (np.ndarray, list))", "{} is None",
]  # fmt: skip
KNOWN = {
    "isinstance(array, np.ndarray)": True, "isinstance(table, np.ndarray)": False, "isinstance(items, Sequence)": True,
    "isinstance(array, Sequence)": False, "isinstance(number, numbers.Integral)": True, "callable(function)": True,
    "hasattr(array, 'columns')": False, "hasattr(array, 'shape')": True, "type(items) is list": True,
    "type(array) == np.ndarray": True, "all(isinstance(v, int) for v in pair)": True, "None in shape": False,
    "any(v is None for v in shape)": False, "isinstance(table, pd.DataFrame)": True, "type(text) in (str, bytes)": True,
}  # fmt: skip


def told(questions: list[str]) -> list[Any]:
    lines = [IMPORTS, *(f"{name} = {text}" for name, text in VALUES.items())]
    lines += [f"R{i} = {question}" for i, question in enumerate(questions)]
    analysis = analyse(Document.of_text("program.py", "\n".join(lines)))
    return [analysis.evaluation.state.get(f"R{i}") for i in range(len(questions))]


def asked(questions: list[str]) -> list[bool]:
    space: dict[str, Any] = {}
    exec(IMPORTS, space)
    space.update((name, eval(text, space)) for name, text in VALUES.items())
    return [eval(question, space) for question in questions]


def test_never_otherwise_than_python() -> None:
    questions = [form.format(name) for form, name in product(QUESTIONS, VALUES)]
    pairs = list(zip(questions, told(questions), asked(questions)))
    assert [(q, ours, real) for q, ours, real in pairs if ours is not real and not isinstance(ours, Unknown)] == []
    assert sum(ours is real for _, ours, real in pairs) > 1000


@pytest.mark.parametrize("question", KNOWN)
def test_known(question: str) -> None:
    assert [KNOWN[question]] == told([question]) == asked([question])


def test_attributes_of_arrays() -> None:
    assert all(hasattr(np.zeros(1), name) for name in _OF_ARRAYS)
    assert not any(hasattr(np.zeros(1), name) for name in _NOT_OF_ARRAYS)
