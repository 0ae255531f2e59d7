"""numpy's routines that make arrays, against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import DTYPES, Draw, array, call, on_array, one_of
from .functions import FunctionCase
from .harness import Case, check


def _shape(draw: Random) -> Any:
    rank = draw.randint(0, 4)
    shape = tuple(draw.choice((0, 1, 2, 3, 5, 100)) for _ in range(min(rank, 3)))
    if draw.random() < 0.1:
        shape = (*shape, draw.choice((-1, -3)))
    return draw.choice((shape, list(shape), draw.choice((4, 0, 70))))


def _dtype(draw: Random) -> Any:
    return draw.choice((None, *DTYPES, np.float32, np.uint8, float, int, bool))


def _number(draw: Random) -> Any:
    return draw.choice((0, 1, -3, 7, 2.5, -0.5, True, 300))


def _of_shape(name: str) -> Draw:
    return call(name, _shape, dtype=_dtype)


def _like(name: str, *more: Any) -> Draw:
    return on_array(name, lambda d, _: tuple(m(d) for m in more), dtype=lambda d, _: _dtype(d))


def _full(draw: Random) -> Case:
    dtype = draw.choice((None, "float32", "float64", "int64"))
    return FunctionCase("numpy.full", (_shape(draw), _number(draw)), {"dtype": dtype})


def _nested(draw: Random, depth: int) -> Any:
    if depth == 0:
        return _number(draw)
    inner = _nested(draw, depth - 1)
    return draw.choice((list, tuple))(
        [inner if draw.random() < 0.7 else _nested(draw, depth - 1) for _ in range(draw.randint(0, 3))]
    )


def _array(draw: Random) -> Case:
    value = draw.choice((_nested(draw, draw.randint(0, 3)), array(draw), [array(draw, 2)] * 3))
    keywords = {"dtype": draw.choice((None, "float32", "float64", "int64", float)), "ndmin": draw.choice((0, 0, 2, 4))}
    return FunctionCase("numpy.array", (value,), {k: v for k, v in keywords.items() if draw.random() < 0.5})


def _asarray(draw: Random) -> Case:
    return FunctionCase(
        "numpy.asarray",
        (draw.choice((array(draw), _nested(draw, 2))),),
        {"dtype": draw.choice((None, "float32", "float64"))},
    )


def _arange(draw: Random) -> Case:
    numbers = [draw.choice((0, 1, 3, 10, 100, -4, 2.5, 0.1)) for _ in range(draw.randint(1, 3))]
    if len(numbers) == 3 and numbers[2] == 0:
        numbers[2] = draw.choice((1, -1, 2, 0.5))
    return FunctionCase("numpy.arange", tuple(numbers), {"dtype": _dtype(draw)} if draw.random() < 0.3 else {})


def _linspace(draw: Random) -> Case:
    ends = (draw.choice((0, -1, 2.5, 10)), draw.choice((1, 10, 0.5, -3)))
    keywords = {"endpoint": draw.random() < 0.5, "dtype": draw.choice((None, "float32"))}
    return FunctionCase(
        "numpy.linspace",
        (*ends, draw.choice((0, 1, 2, 5, 50, -1))),
        {k: v for k, v in keywords.items() if draw.random() < 0.5},
    )


def _meshgrid(draw: Random) -> Case:
    arrays = [array(draw, draw.choice((0, 1, 1, 2))) for _ in range(draw.randint(1, 3))]
    return FunctionCase("numpy.meshgrid", tuple(arrays), {"indexing": draw.choice(("xy", "ij"))})


TABLE = {
    "numpy.zeros": _of_shape("numpy.zeros"),
    "numpy.ones": _of_shape("numpy.ones"),
    "numpy.empty": _of_shape("numpy.empty"),
    "numpy.full": _full,
    "numpy.zeros_like": _like("numpy.zeros_like"),
    "numpy.ones_like": _like("numpy.ones_like"),
    "numpy.empty_like": _like("numpy.empty_like"),
    "numpy.full_like": _like("numpy.full_like", one_of(0, 1, 1.5)),
    "numpy.array": _array,
    "numpy.asarray": _asarray,
    "numpy.copy": on_array("numpy.copy"),
    "numpy.arange": _arange,
    "numpy.linspace": _linspace,
    "numpy.logspace": call("numpy.logspace", one_of(0, 1), one_of(2, 3), one_of(3, 5)),
    "numpy.eye": call("numpy.eye", one_of(0, 1, 3, 5, -1), M=one_of(None, 2, 3), k=one_of(0, 1, -1), dtype=_dtype),
    "numpy.identity": call("numpy.identity", one_of(0, 1, 3), dtype=_dtype),
    "numpy.diag": on_array("numpy.diag", k=lambda d, _: d.choice((0, 1, -2))),
    "numpy.tri": call("numpy.tri", one_of(1, 3), M=one_of(None, 2), dtype=_dtype),
    "numpy.tril": on_array("numpy.tril"),
    "numpy.indices": call("numpy.indices", one_of((2, 3), (4,), ())),
    "numpy.meshgrid": _meshgrid,
    "numpy.diagflat": on_array("numpy.diagflat", k=lambda d, _: d.choice((0, 1, -2))),
    "numpy.vander": on_array("numpy.vander", (lambda *_: ()), (1, 1, 2), N=lambda d, _: d.choice((None, 3))),
    **{f"numpy.{name}": call(f"numpy.{name}", one_of(0, 1, 5)) for name in ("bartlett", "blackman", "hamming", "hanning")},
    "numpy.kaiser": call("numpy.kaiser", one_of(0, 1, 5), one_of(14.0)),
    "numpy.asarray_chkfinite": on_array("numpy.asarray_chkfinite"),
    "numpy.geomspace": call("numpy.geomspace", one_of(1, 2.0), one_of(5.0, 8), one_of(3, 5)),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
