"""keras.ops and keras.random against real Keras: on arrays, and on symbolic tensors with sizes of None."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, along, alongs, axis, call, filled, flag, one_of, pair, sizes, some_axis
from .harness import check
from .ops import either, of_one

pytestmark = pytest.mark.keras

_SCALARS = (2, 0.5, -1, 255, True)


def _of_two(name: str) -> Draw:
    def drawn(draw: Random) -> tuple[tuple[Any, ...], dict[str, Any]]:
        a, b = pair(draw)
        if draw.random() < 0.3:
            return (a, draw.choice(_SCALARS)), {}
        return (a, b), {}

    return either(f"ops.{name}", drawn)


def _target(draw: Random, a: Any) -> tuple[Any, ...]:
    divisors = [d for d in range(1, a.size + 1) if a.size % d == 0] or [1]
    first = draw.choice(divisors)
    shape = [first, a.size // first]
    if draw.random() < 0.5:
        shape[draw.randrange(2)] = -1
    if draw.random() < 0.15:
        shape.append(draw.choice((2, 3)))
    return (tuple(shape),)


def _order(draw: Random, a: Any) -> tuple[Any, ...]:
    order = list(range(a.ndim))
    draw.shuffle(order)
    return (order[1:] if draw.random() < 0.1 else order,)


def _joined(name: str) -> Draw:
    def drawn(draw: Random) -> tuple[tuple[Any, ...], dict[str, Any]]:
        first = sizes(draw, draw.choice((1, 2, 2, 3)))
        place = draw.randrange(len(first))
        arrays = []
        for _ in range(draw.choice((1, 2, 3))):
            shape = list(first)
            if draw.random() < (0.6 if name == "concatenate" else 0.1):
                shape[place] = draw.choice((1, 2, 5))
            arrays.append(filled(draw, shape[1:] if draw.random() < 0.05 and len(shape) > 1 else shape))
        return (arrays,), {"axis": draw.choice((place, axis(draw, len(first))))}

    return either(f"ops.{name}", drawn)


def _product(name: str) -> Draw:
    def drawn(draw: Random) -> tuple[tuple[Any, ...], dict[str, Any]]:
        left, right = list(sizes(draw, draw.choice((1, 2, 2, 3)))), list(sizes(draw, draw.choice((1, 2, 2, 3))))
        if draw.random() < 0.8:
            right[-2 if len(right) > 1 else 0] = left[-1]
        types = ("float32", "float32", "float16", "int32", "int8", "float64")
        return (filled(draw, left, draw.choice(types)), filled(draw, right, draw.choice(types))), {}

    return either(f"ops.{name}", drawn)


def _einsum(draw: Random) -> tuple[tuple[Any, ...], dict[str, Any]]:
    equation = draw.choice(("ij,jk->ik", "bij,bjk->bik", "ij->ji", "bhqd,bhkd->bhqk", "bd,dk->bk"))
    letters = {letter: draw.choice((1, 2, 3)) for letter in equation if letter.isalpha()}
    terms = equation.partition("->")[0].split(",")
    shapes = [[letters[x] if draw.random() < 0.95 else 5 for x in term] for term in terms]
    return (equation, *(filled(draw, shape, "float32") for shape in shapes)), {}


_DTYPES = one_of(None, "float32", "int32", "float16")
_SHAPES = one_of((2, 3), (4,), (), (1, 2, 3))
_UNARY = """abs absolute angle arccos arccosh arcsin arcsinh arctan arctanh bitwise_invert bitwise_not cbrt ceil celu conj
    conjugate copy cos cosh deg2rad elu erf erfc erfinv exp exp2 expm1 fabs floor gelu hard_shrink hard_sigmoid hard_silu
    hard_swish hard_tanh i0 imag isfinite isinf isnan isneginf isposinf isreal leaky_relu log log10 log1p log2
    log_sigmoid logical_not nan_to_num negative rad2deg real reciprocal relu relu6 round rsqrt selu sigmoid sign signbit
    silu sin sinc sinh soft_shrink softplus softsign sparse_plus sparse_sigmoid sqrt square squareplus stop_gradient
    swish tan tanh tanh_shrink trunc empty_like ones_like ndim size tril triu diagflat nonzero corrcoef convert_to_numpy
    flipud fliplr is_tensor view_as_real""".split()
_WITH_AXIS = "softmax log_softmax sparsemax glu".split()
_BINARY = """add subtract multiply divide true_divide divide_no_nan floor_divide mod fmod power maximum minimum fmax fmin
    equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor isclose allclose arctan2
    hypot logaddexp logaddexp2 gcd lcm heaviside ldexp nextafter bitwise_and bitwise_or bitwise_xor left_shift
    right_shift bitwise_left_shift bitwise_right_shift""".split()
_REDUCTIONS = """sum mean max min amax amin prod std var any all logsumexp median ptp nanmax nanmin nanmean nanmedian
    nansum nanprod nanstd nanvar""".split()

TABLE: dict[str, Draw] = {
    **{f"keras.ops.{name}": of_one(name) for name in _UNARY},
    **{f"keras.ops.{name}": _of_two(name) for name in _BINARY},
    **{f"keras.ops.{name}": of_one(name, axis=alongs, keepdims=flag) for name in _REDUCTIONS},
    **{f"keras.ops.{name}": of_one(name, axis=some_axis, keepdims=flag) for name in ("argmax", "argmin", "nanargmax", "nanargmin")},
    **{f"keras.ops.{name}": of_one(name, (lambda *_: ()), (1, 2, 3), axis=along) for name in _WITH_AXIS},
    **{f"keras.ops.{name}": of_one(name, axis=some_axis) for name in ("cumsum", "cumprod", "nancumsum", "nancumprod")},
    "keras.ops.zeros": call("keras.ops.zeros", _SHAPES, dtype=_DTYPES),
    "keras.ops.ones": call("keras.ops.ones", _SHAPES, dtype=_DTYPES),
    "keras.ops.full": call("keras.ops.full", _SHAPES, one_of(0, 1.5), dtype=_DTYPES),
    "keras.ops.eye": call("keras.ops.eye", one_of(1, 3), M=one_of(None, 2), dtype=_DTYPES),
    "keras.ops.arange": call("keras.ops.arange", one_of(0, 3, 2.5), one_of(10, 7.5), step=one_of(1, 2, 0.5), dtype=_DTYPES),
    "keras.ops.linspace": call("keras.ops.linspace", one_of(0, 1.0), one_of(5, 2.5), num=one_of(1, 5)),
    "keras.ops.zeros_like": of_one("zeros_like", dtype=lambda d, _: _DTYPES(d)),
    "keras.ops.convert_to_tensor": call("keras.ops.convert_to_tensor", one_of([1, 2], 3.5, [[1.0], [2]], [True], np.zeros(2)), dtype=_DTYPES),
    "keras.ops.cast": of_one("cast", lambda d, _: (d.choice(("float32", "int32", "bool", "uint8")),)),
    "keras.ops.one_hot": of_one("one_hot", lambda d, _: (d.choice((3, 10)),), axis=lambda d, _: d.choice((-1, 0))),
    "keras.ops.reshape": of_one("reshape", _target, free=False),
    "keras.ops.expand_dims": of_one("expand_dims", lambda d, a: (axis(d, a.ndim + 1),)),
    "keras.ops.squeeze": of_one("squeeze", axis=some_axis),
    "keras.ops.transpose": of_one("transpose", _order),
    "keras.ops.swapaxes": of_one("swapaxes", lambda d, a: (axis(d, a.ndim), axis(d, a.ndim)), (1, 2, 3)),
    "keras.ops.moveaxis": of_one("moveaxis", lambda d, a: (axis(d, a.ndim), axis(d, a.ndim)), (1, 2, 3)),
    "keras.ops.ravel": of_one("ravel"),
    "keras.ops.flip": of_one("flip", axis=some_axis),
    "keras.ops.tile": of_one("tile", lambda d, _: (d.choice((2, (1, 2), [2, 1, 3])),)),
    "keras.ops.repeat": of_one("repeat", lambda d, _: (d.choice((1, 2)),), (1, 2, 3), axis=some_axis),
    "keras.ops.pad": of_one("pad", lambda d, a: (d.choice((1, [(1, 2)] * a.ndim, [(0, 1)] * a.ndim)),), (1, 2, 3)),
    "keras.ops.broadcast_to": of_one("broadcast_to", lambda d, a: ((d.choice((2, 3)), *a.shape),)),
    "keras.ops.concatenate": _joined("concatenate"),
    "keras.ops.stack": _joined("stack"),
    "keras.ops.split": of_one("split", lambda d, _: (d.choice((1, 2, 3, [1], [1, 2])),), (1, 2, 3), axis=along),
    "keras.ops.unstack": of_one("unstack", (lambda *_: ()), (1, 2, 3), axis=along),
    "keras.ops.take": of_one("take", lambda d, _: (d.choice((0, [0], [[0, 0]])),), (1, 2, 3), axis=some_axis),
    "keras.ops.where": either("ops.where", lambda d: ((filled(d, p[0].shape, "bool"), *p), {}) if (p := pair(d)) else ((), {})),
    "keras.ops.argsort": of_one("argsort", (lambda *_: ()), (1, 2, 3), axis=along),
    "keras.ops.sort": of_one("sort", (lambda *_: ()), (1, 2, 3), axis=along),
    "keras.ops.top_k": of_one("top_k", lambda *_: (1,), (1, 2, 3)),
    "keras.ops.clip": of_one("clip", lambda d, _: (0, d.choice((1, 5)))),
    "keras.ops.normalize": of_one("normalize", axis=along),
    "keras.ops.matmul": _product("matmul"),
    "keras.ops.dot": _product("dot"),
    "keras.ops.outer": _product("outer"),
    "keras.ops.tensordot": either("ops.tensordot", lambda d: ((filled(d, (2, 3), "float32"), filled(d, (d.choice((3, 3, 2)), 4), "float32")), {"axes": 1})),
    "keras.ops.einsum": either("ops.einsum", _einsum, free=False),
    "keras.ops.shape": of_one("shape"),
    "keras.random.uniform": call("keras.random.uniform", _SHAPES, minval=one_of(0.0, -1.0), maxval=one_of(1.0, 255.0), dtype=one_of("float32", None)),
    "keras.random.normal": call("keras.random.normal", _SHAPES, dtype=one_of("float16", None)),
    "keras.random.randint": call("keras.random.randint", _SHAPES, one_of(0, 3), one_of(5, 10)),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
