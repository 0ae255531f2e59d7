"""numpy's sets of elements, positions and counts against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, array, axis, call, filled, on_array, one_of
from .functions import FunctionCase
from .harness import Case, check


def _two(name: str) -> Draw:
    def case(draw: Random) -> Case:
        dtype = draw.choice(("int64", "float64", "uint8"))
        return FunctionCase(name, (array(draw, draw.choice((1, 2)), dtype), array(draw, 1, dtype)))

    return case


def _along(draw: Random, a: Any) -> Any:
    return draw.choice((None, axis(draw, a.ndim)))


def _compress(draw: Random) -> Case:
    a = array(draw, draw.choice((1, 2)))
    return FunctionCase("numpy.compress", (filled(draw, (1,), "bool"), a), {"axis": draw.choice((None, 0))})


def _take_along(draw: Random) -> Case:
    a = array(draw, draw.choice((1, 2)))
    return FunctionCase("numpy.take_along_axis", (a, np.zeros_like(a, dtype="int64")), {"axis": axis(draw, a.ndim)})


TABLE: dict[str, Draw] = {
    **{f"numpy.{name}": _two(f"numpy.{name}") for name in ("intersect1d", "union1d", "setxor1d", "setdiff1d")},
    **{f"numpy.{name}": on_array(f"numpy.{name}") for name in ("unique_values", "unique_counts", "packbits", "flatnonzero", "argwhere", "nonzero")},
    "numpy.compress": _compress,
    "numpy.extract": lambda d: FunctionCase("numpy.extract", (np.array([True]), array(d, 1))),
    "numpy.trim_zeros": on_array("numpy.trim_zeros", (lambda *_: ()), (1,)),
    "numpy.ix_": lambda d: FunctionCase("numpy.ix_", ([0, 1], array(d, 1, "int64"))),
    "numpy.diag_indices": call("numpy.diag_indices", one_of(2, 3), ndim=one_of(2, 3)),
    "numpy.tril_indices": call("numpy.tril_indices", one_of(2, 3, 4), k=one_of(0, 1, -1), m=one_of(None, 2, 5)),
    "numpy.triu_indices": call("numpy.triu_indices", one_of(2, 3, 4), k=one_of(0, 1, -1), m=one_of(None, 2, 5)),
    "numpy.tril_indices_from": on_array("numpy.tril_indices_from", (lambda *_: ()), (1, 2)),
    "numpy.triu_indices_from": on_array("numpy.triu_indices_from", (lambda *_: ()), (1, 2)),
    "numpy.unravel_index": call("numpy.unravel_index", one_of(np.array([1, 2]), np.array([[1, 2]])), one_of((2, 3), (4,))),
    "numpy.ravel_multi_index": call("numpy.ravel_multi_index", one_of(([0, 1], [1, 1])), one_of((2, 3))),
    "numpy.lexsort": lambda d: FunctionCase("numpy.lexsort", ((np.arange(4), np.arange(4)[::-1]),)),
    "numpy.histogram": on_array("numpy.histogram", bins=lambda d, _: d.choice((3, 10))),
    "numpy.histogram2d": lambda d: FunctionCase("numpy.histogram2d", (np.arange(5.0), np.arange(5.0)), {"bins": d.choice((3, 4))}),
    "numpy.histogram_bin_edges": on_array("numpy.histogram_bin_edges", bins=lambda d, _: d.choice((3, 10))),
    "numpy.take_along_axis": _take_along,
    "numpy.argpartition": on_array("numpy.argpartition", lambda *_: (0,), (1, 2), axis=_along),
    "numpy.partition": on_array("numpy.partition", lambda *_: (0,), (1, 2), axis=_along),
    "numpy.digitize": lambda d: FunctionCase("numpy.digitize", (array(d, 2), np.arange(3.0))),
    "numpy.bincount": call("numpy.bincount", one_of(np.array([0, 1, 1]))),
    "numpy.unpackbits": call("numpy.unpackbits", one_of(np.array([1, 2], "uint8"))),
    "numpy.broadcast_shapes": call("numpy.broadcast_shapes", one_of((2, 1), (3,)), one_of((1, 4), (1,), (2, 4))),
    "numpy.unstack": lambda d: FunctionCase("numpy.unstack", (array(d, d.choice((1, 2, 3))),), {"axis": d.choice((0, -1))}),
    "numpy.ndarray.mT": on_array("numpy.ndarray.mT", (lambda *_: ()), (1, 2, 3)),
    "numpy.ndarray.diagonal": on_array("numpy.ndarray.diagonal", (lambda *_: ()), (1, 2, 3)),
    "numpy.ndarray.compress": lambda d: FunctionCase("numpy.ndarray.compress", (array(d, 1), [True])),
    "numpy.ndarray.searchsorted": lambda d: FunctionCase("numpy.ndarray.searchsorted", (np.arange(4.0), array(d, 1))),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
