"""Subscripts and numpy's routines that pick and order elements, and its products of matrices, against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, IndexCase, along, array, axis, filled, on_array, pair, sizes
from .functions import FunctionCase
from .harness import Case, check


def _slice(draw: Random, size: int) -> slice:
    def end() -> Any:
        return draw.choice((None, None, 0, 1, 2, -1, -2, size, size + 3))

    return slice(end(), end(), draw.choice((None, None, None, 1, 2, -1)))


def _position(draw: Random, size: int) -> int:
    return draw.choice((size, -size - 1)) if draw.random() < 0.08 else draw.randrange(-size, size)


def _basic(draw: Random) -> Case:
    a = array(draw, draw.choice((0, 1, 2, 3, 4)))
    keys: list[Any] = []
    for size in a.shape[: draw.randint(0, a.ndim)]:
        keys.append(_slice(draw, size) if draw.random() < 0.6 else _position(draw, size))
        if draw.random() < 0.15:
            keys.append(None)
    if draw.random() < 0.3:
        keys.insert(draw.randint(0, len(keys)), ...)
    if draw.random() < 0.08:
        keys += [0, 0]
    return IndexCase(a, keys[0] if len(keys) == 1 else tuple(keys))


def _advanced(draw: Random) -> Case:
    a = array(draw, draw.choice((1, 2, 3)))
    picked = draw.choice(((2,), (3,), (2, 2), (1,), ()))
    keys: list[Any] = []
    for size in a.shape[: draw.randint(1, a.ndim)]:
        wrong = size if draw.random() < 0.05 else size - 1
        positions = np.asarray(np.random.default_rng(draw.getrandbits(32)).integers(-size, wrong + 1, picked))
        keys.append(
            draw.choice(
                (positions, positions, positions.tolist() if positions.ndim else positions, slice(None), None, 0)
            )
        )
    return IndexCase(a, tuple(keys))


def _masked(draw: Random) -> Case:
    a = array(draw, draw.choice((1, 2, 3)))
    shape = list(a.shape[: draw.randint(1, a.ndim)])
    if draw.random() < 0.2:
        shape[-1] += 1
    return IndexCase(a, filled(draw, shape, "bool"))


def _where(draw: Random) -> Case:
    a, b = pair(draw)
    condition = filled(draw, a.shape, "bool")
    return FunctionCase("numpy.where", (condition, a, draw.choice((b, 0, 1.5))))


def _take(draw: Random, a: Any) -> tuple[Any, ...]:
    return (draw.choice((0, [0], [0, 0, -1], np.array([[0, 0]]), [5], 7)),)


def _along(draw: Random, a: Any) -> Any:
    return draw.choice((None, axis(draw, a.ndim)))


def _product(name: str) -> Draw:
    def case(draw: Random) -> Case:
        left, right = list(sizes(draw, draw.choice((0, 1, 2, 2, 3)))), list(sizes(draw, draw.choice((0, 1, 2, 2, 3))))
        if left and right and draw.random() < 0.75:
            right[-1 if name == "numpy.inner" or len(right) == 1 else -2] = left[-1]
        return FunctionCase(name, (filled(draw, left, "float64"), filled(draw, right, "float32")))

    return case


def _tensordot(draw: Random) -> Case:
    left, right = sizes(draw, draw.choice((1, 2, 3))), list(sizes(draw, draw.choice((1, 2, 3))))
    count = draw.randint(0, min(len(left), len(right)))
    right[:count] = left[len(left) - count :]
    pairs = (list(range(len(left) - count, len(left))), list(range(count)))
    return FunctionCase(
        "numpy.tensordot", (filled(draw, left), filled(draw, right)), {"axes": draw.choice((count, pairs, pairs, 2))}
    )


def _einsum(draw: Random) -> Case:
    equation = draw.choice(
        ("ij,jk->ik", "bij,bjk->bik", "ij->ji", "ii->i", "ij,ij->", "i,j->ij", "ij,jk", "bhqd,bhkd->bhqk", "ij,jk->iz")
    )
    letters = {letter: draw.choice((1, 2, 3)) for letter in equation if letter.isalpha()}
    arrays = []
    for term in equation.partition("->")[0].split(","):
        shape = [letters[letter] if draw.random() < 0.95 else 5 for letter in term]
        arrays.append(filled(draw, shape, "float32"))
    return FunctionCase("numpy.einsum", (equation, *arrays))


def _convolve(draw: Random) -> Case:
    a, b = array(draw, draw.choice((1, 1, 1, 2))), array(draw, 1)
    return FunctionCase("numpy.convolve", (a, b), {"mode": draw.choice(("full", "same", "valid"))})


def _windows(draw: Random) -> Case:
    a = array(draw, draw.choice((1, 2, 3)))
    keywords = {"axis": draw.choice((0, axis(draw, a.ndim)))} if a.ndim > 1 or draw.random() < 0.5 else {}
    return FunctionCase("numpy.lib.stride_tricks.sliding_window_view", (a, draw.choice((1, 2, 3))), keywords)


def _unique(draw: Random, a: Any) -> tuple[Any, ...]:
    return ()


TABLE: dict[str, Draw] = {
    "a[basic]": _basic,
    "a[integers]": _advanced,
    "a[mask]": _masked,
    "numpy.where": _where,
    "numpy.take": on_array("numpy.take", _take, axis=_along),
    "numpy.unique": on_array("numpy.unique", _unique, return_counts=lambda d, _: d.random() < 0.5, return_inverse=lambda d, _: d.random() < 0.5),
    "numpy.sort": on_array("numpy.sort", axis=_along),
    "numpy.argsort": on_array("numpy.argsort", axis=_along),
    "numpy.searchsorted": lambda draw: FunctionCase("numpy.searchsorted", (np.arange(5), array(draw, draw.choice((0, 1, 2))))),
    "numpy.interp": lambda draw: FunctionCase("numpy.interp", (array(draw, 2, "float64"), np.arange(4.0), np.arange(4.0))),
    "numpy.isin": lambda draw: FunctionCase("numpy.isin", (array(draw), [1, 2])),
    "numpy.dot": _product("numpy.dot"),
    "numpy.matmul": _product("numpy.matmul"),
    "numpy.inner": _product("numpy.inner"),
    "numpy.outer": _product("numpy.outer"),
    "numpy.kron": _product("numpy.kron"),
    "numpy.vdot": _product("numpy.vdot"),
    "numpy.tensordot": _tensordot,
    "numpy.einsum": _einsum,
    "numpy.cov": on_array("numpy.cov", ranks=(1, 2), rowvar=lambda d, _: d.random() < 0.5),
    "numpy.linalg.svd": on_array("numpy.linalg.svd", ranks=(1, 2, 3), full_matrices=lambda d, _: d.random() < 0.5),
    "numpy.linalg.pinv": on_array("numpy.linalg.pinv", ranks=(1, 2, 3)),
    "numpy.convolve": _convolve,
    "numpy.fft.fft": on_array("numpy.fft.fft", ranks=(1, 2), axis=along),
    "numpy.fft.rfft": on_array("numpy.fft.rfft", ranks=(1, 2), axis=along),
    "numpy.gradient": on_array("numpy.gradient", ranks=(1, 1, 2)),
    "sliding windows": _windows,
    "numpy.trace": on_array("numpy.trace"),
    "numpy.linalg.norm": on_array("numpy.linalg.norm", ranks=(1, 2), axis=_along),
    **{f"numpy.ndarray.{name}": on_array(f"numpy.ndarray.{name}") for name in ("shape", "ndim", "size", "nbytes", "itemsize")},
    **{f"numpy.{name}": on_array(f"numpy.{name}") for name in ("shape", "ndim", "size")},
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
