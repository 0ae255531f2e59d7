"""keras.ops.linalg, and the ops that look up, count and order elements, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, along, call, filled, flag, matrix, one_of, pair, sizes, some_axis
from .harness import check
from .ops import either, of_one

pytestmark = pytest.mark.keras

Arguments = tuple[tuple[Any, ...], dict[str, Any]]


def _of_matrix(name: str, **keywords: Any) -> Draw:
    def drawn(draw: Random) -> Arguments:
        return (matrix(draw, "float32"),), {k: d(draw) for k, d in keywords.items() if draw.random() < 0.67}

    return either(f"ops.{name}", drawn, free=False)


def _solve(name: str) -> Draw:
    def drawn(draw: Random) -> Arguments:
        a = matrix(draw, "float32")
        rows = a.shape[-1] if draw.random() < 0.9 else 5
        return (a, filled(draw, draw.choice(((rows,), (rows, 2))), "float32")), {}

    return either(f"ops.{name}", drawn, free=False)


def _lstsq(draw: Random) -> Arguments:
    a = filled(draw, (4, draw.choice((2, 3))), "float32")
    return (a, filled(draw, draw.choice(((4,), (4, 2), (3,))), "float32")), {}


def _quantile(name: str) -> Draw:
    return of_one(name, lambda d, _: (d.choice((0.5, [0.25, 0.75])),), (1, 2, 3), axis=some_axis, keepdims=flag)


def _segments(name: str) -> Draw:
    def drawn(draw: Random) -> Arguments:
        data = filled(draw, (4, *sizes(draw, draw.choice((0, 1)))), draw.choice(("float32", "int32")))
        return (data, np.array([0, 0, 1, 2], "int32")), {"num_segments": 3}

    return either(f"ops.{name}", drawn)


def _diagonal(name: str) -> Draw:
    return of_one(name, (lambda *_: ()), (1, 2, 3), offset=lambda d, _: d.choice((0, 1, -1)))


def _cdist(draw: Random) -> Arguments:
    a = filled(draw, (*sizes(draw, draw.choice((0, 1))), 3, 4), "float32")
    return (a, filled(draw, (2, draw.choice((4, 4, 5))), "float32")), {}


def _cross(draw: Random) -> Arguments:
    vectors = [filled(draw, (*draw.choice(((), (2,))), draw.choice((3, 3, 2, 4))), "float32") for _ in range(2)]
    return tuple(vectors), {}


def _vectors(name: str) -> Draw:
    def drawn(draw: Random) -> Arguments:
        a = filled(draw, sizes(draw, draw.choice((1, 2))), "float32")
        return (a, filled(draw, a.shape if draw.random() < 0.8 else (5,), "float32")), {}

    return either(f"ops.{name}", drawn)


def _select(draw: Random) -> Arguments:
    a, b = filled(draw, (3,), "float32"), filled(draw, (3,), "float32")
    return ([a > 0.5, b > 0.5], [a, b]), {}


def _parts(draw: Random, _: Any) -> tuple[Any, ...]:
    return (draw.choice((1, 2, [1])),)


_LINALG: dict[str, Draw] = {
    "cholesky": _of_matrix("cholesky"), "cholesky_inverse": _of_matrix("cholesky_inverse"), "inv": _of_matrix("inv"),
    "det": _of_matrix("det"), "logdet": _of_matrix("logdet"), "slogdet": _of_matrix("slogdet"),
    "eigh": _of_matrix("eigh"), "eig": _of_matrix("eig"), "lu_factor": _of_matrix("lu_factor"),
    "qr": _of_matrix("qr", mode=one_of("reduced", "complete")), "pinv": _of_matrix("pinv"),
    "svd": _of_matrix("svd", full_matrices=one_of(True, False), compute_uv=one_of(True, False)),
    "matrix_rank": _of_matrix("matrix_rank"), "solve": _solve("solve"), "solve_triangular": _solve("solve_triangular"),
    "lstsq": either("ops.lstsq", _lstsq, free=False), "norm": of_one("norm", (lambda *_: ()), (1, 2), axis=some_axis),
}  # fmt: skip

TABLE: dict[str, Draw] = {
    **{f"keras.ops.{name}": draw for name, draw in _LINALG.items()},
    **{f"keras.ops.{name}": _quantile(name) for name in ("quantile", "nanquantile")},
    **{f"keras.ops.{name}": _segments(name) for name in ("segment_sum", "segment_max", "segment_min", "segment_prod")},
    **{f"keras.ops.{name}": _diagonal(name) for name in ("trace", "diagonal")},
    **{f"keras.ops.{name}": _vectors(name) for name in ("inner", "vdot", "kron")},
    **{f"keras.ops.{name}": of_one(name, _parts, (1, 2, 3)) for name in ("hsplit", "vsplit", "dsplit")},
    **{f"keras.ops.{name}": call(f"keras.ops.{name}", one_of(1, 5, 8)) for name in ("bartlett", "hanning", "hamming", "blackman")},
    "keras.ops.kaiser": call("keras.ops.kaiser", one_of(1, 5, 8), one_of(14.0)),
    "keras.ops.percentile": of_one("percentile", lambda d, _: (d.choice((50, [25, 75])),), (1, 2, 3), axis=some_axis),
    "keras.ops.nanpercentile": of_one("nanpercentile", lambda d, _: (d.choice((50, [25, 75])),), (1, 2), axis=some_axis),
    "keras.ops.cdist": either("ops.cdist", _cdist, free=False),
    "keras.ops.cross": either("ops.cross", _cross, free=False),
    "keras.ops.diff": of_one("diff", (lambda *_: ()), (1, 2, 3), n=lambda d, _: d.choice((1, 2)), axis=along),
    "keras.ops.count_nonzero": of_one("count_nonzero", axis=some_axis),
    "keras.ops.average": of_one("average", (lambda *_: ()), (1, 2, 3), axis=some_axis),
    "keras.ops.trapezoid": of_one("trapezoid", (lambda *_: ()), (1, 2, 3), axis=along),
    "keras.ops.vander": of_one("vander", (lambda *_: ()), (1, 1, 2), N=lambda d, _: d.choice((None, 3))),
    "keras.ops.argpartition": of_one("argpartition", lambda *_: (0,), (1, 2, 3), axis=along),
    "keras.ops.searchsorted": either("ops.searchsorted", lambda d: ((np.arange(5.0), filled(d, sizes(d, d.choice((0, 1, 2))), "float64")), {})),
    "keras.ops.digitize": either("ops.digitize", lambda d: ((filled(d, sizes(d, 2)), np.arange(3.0)), {})),
    "keras.ops.histogram": of_one("histogram", (lambda *_: ()), (1, 2), bins=lambda d, _: d.choice((3, 10))),
    "keras.ops.isin": either("ops.isin", lambda d: (pair(d, "int32"), {})),
    "keras.ops.unique": of_one("unique", (lambda *_: ()), (1, 2), return_counts=flag, return_inverse=flag),
    "keras.ops.unravel_index": call("keras.ops.unravel_index", one_of(np.array([1, 2]), np.array([[1, 2]])), one_of((2, 3), (4,))),
    "keras.ops.select": either("ops.select", _select, free=False),
    "keras.ops.correlate": either("ops.correlate", lambda d: ((filled(d, (d.choice((3, 5)),)), filled(d, (d.choice((2, 3)),))), {"mode": d.choice(("full", "same", "valid"))}), free=False),
    "keras.ops.bincount": either("ops.bincount", lambda d: ((np.array([0, 1, 1, 2], "int32"),), {})),
    "keras.ops.diag": of_one("diag", (lambda *_: ()), (1, 2), k=lambda d, _: d.choice((0, 1))),
    "keras.ops.take_along_axis": either("ops.take_along_axis", lambda d: ((filled(d, (3, 4)), np.zeros((3, 2), "int32"), 1), {}), free=False),
    "keras.ops.roll": of_one("roll", lambda *_: (1,), (1, 2, 3), axis=some_axis),
    "keras.ops.rot90": of_one("rot90", (lambda *_: ()), (1, 2, 3), k=lambda d, _: d.randint(0, 3)),
    "keras.ops.vstack": either("ops.vstack", lambda d: (([filled(d, (2, 3), "float32"), filled(d, d.choice(((1, 3), (2, 4))), "float32")],), {})),
    "keras.ops.hstack": either("ops.hstack", lambda d: (([filled(d, (2, 3), "float32"), filled(d, d.choice(((2, 1), (3, 4))), "float32")],), {}), free=False),
    "keras.ops.dstack": either("ops.dstack", lambda d: (([filled(d, (2, 3)), filled(d, (2, d.choice((3, 3, 4))))],), {}), free=False),
    "keras.ops.append": either("ops.append", lambda d: ((filled(d, (2, 3)), filled(d, (2, d.choice((3, 3, 4))))), {"axis": d.choice((None, 0, 1))}), free=False),
    "keras.ops.array_split": of_one("array_split", lambda d, _: (d.choice((1, 2, 3)),), (1, 2, 3), axis=along),
    "keras.ops.meshgrid": either("ops.meshgrid", lambda d: ((filled(d, (3,), "float32"), filled(d, (4,), "float32")), {"indexing": d.choice(("xy", "ij"))}), free=False),
    "keras.ops.slice": either("ops.slice", lambda d: ((filled(d, (3, 4)), [0, d.choice((0, 1))], [2, d.choice((2, 3))]), {}), free=False),
    "keras.ops.slice_update": either("ops.slice_update", lambda d: ((filled(d, (3, 4), "float32"), [0, 1], filled(d, (2, 2), "float32")), {}), free=False),
    "keras.ops.scatter": either("ops.scatter", lambda d: ((np.array([[0], [2]]), filled(d, (2,), "float32"), (4,)), {}), free=False),
    "keras.ops.scatter_update": either("ops.scatter_update", lambda d: ((filled(d, (4,), "float32"), np.array([[0], [2]]), filled(d, (2,), "float32")), {}), free=False),
    "keras.ops.multi_hot": either("ops.multi_hot", lambda d: ((np.zeros(sizes(d, d.choice((1, 2))), "int32"), 5), {})),
    "keras.ops.geomspace": call("keras.ops.geomspace", one_of(1, 1.0), one_of(5.0, 8), num=one_of(3, 5)),
    "keras.ops.logspace": call("keras.ops.logspace", one_of(0, 1.0), one_of(2.0, 3), num=one_of(3, 5)),
    "keras.ops.tri": call("keras.ops.tri", one_of(2, 3), M=one_of(None, 4), dtype=one_of("int32", None)),
    "keras.ops.identity": call("keras.ops.identity", one_of(2, 3), dtype=one_of("int32", None)),
    "keras.ops.empty": call("keras.ops.empty", one_of((2, 3), (4,)), dtype=one_of("int32", None)),
    "keras.ops.full_like": of_one("full_like", lambda *_: (2,)),
    "keras.ops.saturate_cast": of_one("saturate_cast", lambda d, _: (d.choice(("uint8", "float16", "int32")),)),
    "keras.ops.view": of_one("view", lambda d, _: (d.choice(("uint8", "float32", "int32")),), (1, 2)),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
