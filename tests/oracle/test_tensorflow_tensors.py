"""TensorFlow's functions of tensors against real TensorFlow, on data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, along, alongs, array, axis, call, filled, flag, one_of, pair, sizes, some_axis
from .functions import FunctionCase
from .harness import Case, check

pytestmark = pytest.mark.keras

_SHAPES = one_of((2, 3), [4], (), (1, 2, 3), (2, -1))
_DTYPES = one_of(None, "float32", "int32", "float64")


def _tensor(value: Any) -> Any:
    import tensorflow as tf

    if isinstance(value, np.ndarray):
        return tf.constant(value)
    return type(value)(_tensor(v) for v in value) if isinstance(value, (list, tuple)) else value


def _case(name: str, arguments: Sequence[Any], keywords: dict[str, Any], draw: Random) -> Case:
    """On tensors, or, one in three, on numpy's arrays."""
    given = tuple(arguments) if draw.random() < 0.35 else tuple(_tensor(a) for a in arguments)
    return FunctionCase(f"tensorflow.{name}", given, keywords)


def _one(name: str, more: Callable[[Random, Any], Sequence[Any]] = lambda *_: (), ranks: Sequence[int] = (0, 1, 2, 3, 4), dtypes: Sequence[str | None] = (None,), **keywords: Callable[[Random, Any], Any]) -> Draw:  # fmt: skip
    def case(draw: Random) -> Case:
        a = array(draw, draw.choice(ranks), draw.choice(dtypes))
        given = {k: d(draw, a) for k, d in keywords.items() if draw.random() < 0.67}
        return _case(name, (a, *more(draw, a)), given, draw)

    return case


def _two(name: str) -> Draw:
    def case(draw: Random) -> Case:
        dtype = draw.choice(("float32", "float64", "int32"))
        a, b = pair(draw, dtype)
        return _case(name, (a, draw.choice((b, b, 2))), {}, draw)

    return case


def _target(draw: Random, a: Any) -> tuple[Any, ...]:
    divisors = [d for d in range(1, a.size + 1) if a.size % d == 0] or [1]
    first = draw.choice(divisors)
    shape = [first, a.size // first]
    if draw.random() < 0.5:
        shape[draw.randrange(2)] = -1
    if draw.random() < 0.15:
        shape.append(draw.choice((2, 3)))
    return (draw.choice((tuple(shape), shape, np.array(shape, "int32"))),)


def _order(draw: Random, a: Any) -> tuple[Any, ...]:
    order = list(range(a.ndim))
    draw.shuffle(order)
    return (order[1:] if draw.random() < 0.1 else order,)


def _joined(name: str) -> Draw:
    def case(draw: Random) -> Case:
        first = sizes(draw, draw.choice((1, 2, 2, 3)))
        place, arrays = draw.randrange(len(first)), []
        for _ in range(draw.choice((1, 2, 3))):
            shape = list(first)
            if draw.random() < (0.6 if name == "concat" else 0.1):
                shape[place] = draw.choice((1, 2, 5))
            arrays.append(filled(draw, shape[1:] if draw.random() < 0.05 and len(shape) > 1 else shape, "float32"))
        return _case(name, (arrays, draw.choice((place, axis(draw, len(first))))), {}, draw)

    return case


def _matmul(draw: Random) -> Case:
    left, right = list(sizes(draw, draw.choice((1, 2, 2, 3)))), list(sizes(draw, draw.choice((1, 2, 2, 3))))
    if draw.random() < 0.85:
        right[-2 if len(right) > 1 else 0] = left[-1]
    keywords = {k: draw.random() < 0.3 for k in ("transpose_a", "transpose_b")}
    return _case("matmul", (filled(draw, left, "float32"), filled(draw, right, "float32")), keywords, draw)


def _tensordot(draw: Random) -> Case:
    shapes = (2, 3), (draw.choice((3, 3, 2)), 4)
    return _case(
        "tensordot", [filled(draw, s, "float32") for s in shapes], {"axes": draw.choice((1, [[1], [0]], 0))}, draw
    )


def _einsum(draw: Random) -> Case:
    equation = draw.choice(("ij,jk->ik", "bij,bjk->bik", "ij->ji", "bhqd,bhkd->bhqk"))
    letters = {letter: draw.choice((2, 3)) for letter in equation if letter.isalpha()}
    shapes = [[letters[x] if draw.random() < 0.95 else 5 for x in t] for t in equation.partition("->")[0].split(",")]
    return _case("einsum", (equation, *(filled(draw, s, "float32") for s in shapes)), {}, draw)


def _gather(draw: Random, a: Any) -> Sequence[Any]:
    return (draw.choice((0, [0], [[0, 0]], np.array([0, 0]))),)


def _where(draw: Random) -> Case:
    a, b = pair(draw, "float32")
    return _case("where", (filled(draw, a.shape, "bool"), a, draw.choice((b, 0.5))), {}, draw)


_FLOAT = ("float32", "float32", "float64", "float16")
_NUMBERS = ("float32", "float64", "int32", "int64")
_UNARY = "sqrt exp sin cos tanh sigmoid square abs negative sign round floor".split()
_NN = "relu softmax gelu elu selu leaky_relu softplus log_softmax sigmoid tanh relu6 silu".split()
_BINARY = "add subtract multiply divide maximum minimum equal not_equal less greater_equal pow".split()
_SUMS = "reduce_sum reduce_mean reduce_max reduce_min reduce_prod".split()
_RANDOM = {"minval": one_of(0.0, -1.0), "maxval": one_of(1.0, 255.0)}

TABLE: dict[str, Draw] = {
    "constant": call("tensorflow.constant", one_of([1, 2], 3.5, [[1.0], [2]], True, [[1, 2], [3, 4]], np.zeros(2)), dtype=one_of(None, "float32")),
    "constant in a shape": call("tensorflow.constant", one_of(3, [1, 2, 3, 4]), shape=one_of((2, 2), (4,), (3,))),
    "convert_to_tensor": call("tensorflow.convert_to_tensor", one_of([1, 2], 3.5, np.zeros((2, 3)), [[True]])),
    "zeros": call("tensorflow.zeros", _SHAPES, dtype=one_of("int32", "float32")),
    "ones": call("tensorflow.ones", _SHAPES, dtype=one_of("int32", "float32")),
    "fill": call("tensorflow.fill", _SHAPES, one_of(1, 2.5)),
    "zeros_like": _one("zeros_like", dtype=lambda d, _: _DTYPES(d)),
    "ones_like": _one("ones_like"),
    "eye": call("tensorflow.eye", one_of(1, 3), num_columns=one_of(None, 2), batch_shape=one_of([2], [])),
    "range": call("tensorflow.range", one_of(0, 3, 2.5), one_of(10, 7.5), delta=one_of(1, 2)),
    "linspace": call("tensorflow.linspace", one_of(0.0, 1.0), one_of(5.0, 2.5), one_of(1, 5)),
    "one_hot": _one("one_hot", lambda d, _: (d.choice((3, 10)),), (0, 1, 2), ("int32", "int64", "uint8"), axis=lambda d, _: d.choice((-1, 0))),
    "cast": _one("cast", lambda d, _: (d.choice(("float32", "int32", "bool", "uint8")),)),
    "shape": _one("shape"),
    "size": _one("size"),
    "rank": _one("rank"),
    "reshape": _one("reshape", _target),
    "expand_dims": _one("expand_dims", lambda d, a: (axis(d, a.ndim + 1),)),
    "squeeze": _one("squeeze", axis=some_axis),
    "transpose": _one("transpose", _order),
    "concat": _joined("concat"),
    "stack": _joined("stack"),
    "unstack": _one("unstack", (lambda *_: ()), (1, 2, 3), axis=along),
    "split": _one("split", lambda d, a: (d.choice((1, 2, 3, [1, 2], [1, -1], [2, 4])),), (1, 2, 3), axis=along),
    "tile": _one("tile", lambda d, a: (d.choice(([2] * a.ndim, [2] * a.ndim, [1, 2])),)),
    "repeat": _one("repeat", lambda d, _: (2,), (1, 2, 3), axis=some_axis),
    "pad": _one("pad", lambda d, a: ([[d.randint(0, 2), 1]] * (a.ndim if d.random() < 0.9 else 1),), (1, 2, 3)),
    "reverse": _one("reverse", lambda d, a: ([axis(d, a.ndim)],), (1, 2, 3)),
    "broadcast_to": _one("broadcast_to", lambda d, a: ((d.choice((2, 3)), *a.shape),)),
    "slice": _one("slice", lambda d, a: ([0] * a.ndim, [d.choice((1, 1, -1)) for _ in range(a.ndim)]), (1, 2, 3)),
    "gather": _one("gather", _gather, (1, 2, 3), axis=along),
    "where": _where,
    "sort": _one("sort", (lambda *_: ()), (1, 2, 3), _NUMBERS, axis=lambda d, _: -1),
    "argsort": _one("argsort", (lambda *_: ()), (1, 2, 3), _NUMBERS),
    "cumsum": _one("cumsum", (lambda *_: ()), (1, 2, 3), _NUMBERS, axis=along),
    "clip_by_value": _one("clip_by_value", lambda *_: (0, 1), (0, 1, 2), ("float32", "int32")),
    "argmax": _one("argmax", (lambda *_: ()), (1, 2, 3), _NUMBERS, axis=along),
    "add_n": lambda draw: _case("add_n", ([filled(draw, (2, 3), "float32") for _ in range(draw.choice((1, 2, 3)))],), {}, draw),
    "matmul": _matmul,
    "tensordot": _tensordot,
    "einsum": _einsum,
    "random.uniform": call("tensorflow.random.uniform", _SHAPES, **_RANDOM),
    "random.uniform of integers": call("tensorflow.random.uniform", _SHAPES, one_of(0), one_of(5, 10), dtype=one_of("int32")),
    "random.normal": call("tensorflow.random.normal", _SHAPES, dtype=one_of("float32", "float64")),
    "nn.top_k": _one("nn.top_k", (lambda *_: ()), (1, 2, 3), _NUMBERS),
    **{f"math.{name}": _one(f"math.{name}", (lambda *_: ()), (0, 1, 2, 3), _FLOAT) for name in _UNARY},
    **{f"nn.{name}": _one(f"nn.{name}", (lambda *_: ()), (1, 2, 3), _FLOAT) for name in _NN},
    **{f"math.{name}": _two(f"math.{name}") for name in _BINARY},
    **{name: _one(name, (lambda *_: ()), (0, 1, 2, 3), _NUMBERS, axis=alongs, keepdims=flag) for name in _SUMS},
    "reduce_any": _one("reduce_any", (lambda *_: ()), (0, 1, 2, 3), ("bool",), axis=alongs, keepdims=flag),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_tensorflow(name: str) -> None:
    check(TABLE, name)
