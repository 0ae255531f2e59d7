"""numpy.linalg, numpy.fft and polynomials against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, along, array, call, filled, matrix, on_array, one_of, sizes
from .functions import FunctionCase
from .harness import Case, check

_TYPES = one_of("float64", "float32", "int64")


def _of_matrix(name: str, **keywords: Any) -> Draw:
    def case(draw: Random) -> Case:
        given = {k: d(draw) for k, d in keywords.items() if draw.random() < 0.67}
        return FunctionCase(f"numpy.linalg.{name}", (matrix(draw, _TYPES(draw)),), given)

    return case


def _two(name: str, *ranks: int) -> Draw:
    def case(draw: Random) -> Case:
        left, right = (list(sizes(draw, draw.choice((rank, rank, rank + 1)))) for rank in ranks)
        if draw.random() < 0.8:
            right[-2 if name == "numpy.vecmat" or (len(right) > 1 and ranks[1] == 2) else -1] = left[-1]
        return FunctionCase(name, (filled(draw, left, "float64"), filled(draw, right, "float32")))

    return case


def _lstsq(draw: Random) -> Case:
    a = filled(draw, (4, draw.choice((2, 3))), "float64")
    return FunctionCase("numpy.linalg.lstsq", (a, filled(draw, draw.choice(((4,), (4, 2), (3,))), "float64")))


def _multi_dot(draw: Random) -> Case:
    p, q, r = sizes(draw, 3)
    shapes = [(2, p), (p, q), (q if draw.random() < 0.8 else 5, r)]
    return FunctionCase("numpy.linalg.multi_dot", ([filled(draw, s, "float64") for s in shapes],))


def _polyfit(draw: Random) -> Case:
    y = filled(draw, draw.choice(((6,), (6, 2), (5,))), "float64")
    return FunctionCase("numpy.polyfit", (np.arange(6.0), y, draw.choice((1, 2))))


def _polynomial(name: str) -> Draw:
    def case(draw: Random) -> Case:
        first = np.arange(1.0, draw.choice((3, 5)))
        return FunctionCase(f"numpy.{name}", (first, np.arange(1.0, draw.choice((4, 6)))))

    return case


def _diagonal(name: str) -> Draw:
    return on_array(name, (lambda *_: ()), (1, 2, 3), offset=lambda d, _: d.choice((0, 1, -1)))


TABLE: dict[str, Draw] = {
    **{f"numpy.linalg.{name}": _of_matrix(name) for name in "eig eigh eigvals eigvalsh slogdet cond matrix_rank svdvals inv det cholesky matrix_transpose".split()},
    "numpy.linalg.qr": _of_matrix("qr", mode=one_of("reduced", "complete", "r")),
    "numpy.linalg.matrix_norm": _of_matrix("matrix_norm", keepdims=one_of(True, False)),
    "numpy.linalg.vector_norm": _of_matrix("vector_norm", axis=one_of(None, 0, -1)),
    "numpy.linalg.matrix_power": lambda d: FunctionCase("numpy.linalg.matrix_power", (matrix(d, _TYPES(d)), d.choice((0, 2, -1)))),
    "numpy.linalg.solve": lambda d: FunctionCase("numpy.linalg.solve", (np.eye(3), filled(d, d.choice(((3,), (3, 2), (2,))), "float64"))),
    "numpy.linalg.lstsq": _lstsq,
    "numpy.linalg.multi_dot": _multi_dot,
    "numpy.linalg.matmul": _two("numpy.linalg.matmul", 2, 2),
    "numpy.vecdot": _two("numpy.vecdot", 1, 1),
    "numpy.matvec": _two("numpy.matvec", 2, 1),
    "numpy.vecmat": _two("numpy.vecmat", 1, 2),
    "numpy.linalg.outer": _two("numpy.linalg.outer", 1, 1),
    "numpy.linalg.tensorinv": lambda d: FunctionCase("numpy.linalg.tensorinv", (np.eye(6).reshape(2, 3, 6),), {"ind": 2}),
    "numpy.linalg.tensorsolve": lambda d: FunctionCase("numpy.linalg.tensorsolve", (np.eye(6).reshape(2, 3, 6), np.ones((2, 3)))),
    "numpy.diagonal": _diagonal("numpy.diagonal"),
    "numpy.linalg.diagonal": _diagonal("numpy.linalg.diagonal"),
    "numpy.linalg.trace": _diagonal("numpy.linalg.trace"),
    "numpy.cross": lambda d: FunctionCase("numpy.cross", (filled(d, (*d.choice(((), (2,))), d.choice((3, 3, 4))), "float64"), filled(d, (d.choice((3, 3, 3, 4)),), "float64"))),
    "numpy.fft.irfft": on_array("numpy.fft.irfft", (lambda *_: ()), (1, 2), axis=along, n=lambda d, _: d.choice((None, 8))),
    "numpy.fft.ihfft": on_array("numpy.fft.ihfft", (lambda *_: ()), (1, 2), axis=along),
    "numpy.fft.hfft": on_array("numpy.fft.hfft", (lambda *_: ()), (1, 2), axis=along),
    "numpy.fft.rfft2": on_array("numpy.fft.rfft2", (lambda *_: ()), (2, 3)),
    "numpy.fft.irfft2": on_array("numpy.fft.irfft2", (lambda *_: ()), (2, 3)),
    "numpy.fft.fft2": on_array("numpy.fft.fft2", (lambda *_: ()), (2, 3)),
    "numpy.fft.fftfreq": call("numpy.fft.fftfreq", one_of(4, 5)),
    "numpy.fft.rfftfreq": call("numpy.fft.rfftfreq", one_of(4, 5)),
    "numpy.polyfit": _polyfit,
    "numpy.polyval": lambda d: FunctionCase("numpy.polyval", (np.arange(3.0), array(d, d.choice((0, 1, 2))))),
    **{f"numpy.{name}": _polynomial(name) for name in ("polyadd", "polysub", "polymul")},
    "numpy.polyder": call("numpy.polyder", one_of(np.arange(4.0), np.arange(2.0)), m=one_of(1, 2)),
    "numpy.polyint": call("numpy.polyint", one_of(np.arange(4.0), np.arange(2.0)), m=one_of(1, 2)),
    "numpy.poly": call("numpy.poly", one_of(np.arange(4.0), np.eye(2))),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
