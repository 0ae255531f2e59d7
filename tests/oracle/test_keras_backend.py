"""keras.backend of old, as tf.keras still has it, against real TensorFlow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, array, axes, axis, filled, one_of, pair, sizes
from .functions import FunctionCase
from .harness import Case, check

pytestmark = pytest.mark.keras

_K = "keras.backend."


class Defaults:
    """The settings of a program that sets none."""

    def setting(self, name: str, default: Any) -> Any:
        return default


@dataclass(frozen=True)
class BackendCase(FunctionCase):
    """The real ones live in tf.keras.backend only."""

    def real(self) -> Any:
        import tensorflow as tf

        return getattr(tf.keras.backend, self.name.removeprefix(_K))(*self.arguments, **self.keywords)


def _case(name: str, arguments: Sequence[Any], keywords: dict[str, Any]) -> Case:
    import tensorflow as tf

    given = tuple(tf.constant(a) if isinstance(a, np.ndarray) else a for a in arguments)
    return BackendCase(_K + name, given, keywords, Defaults())


def _one(name: str, more: Callable[[Random, Any], Sequence[Any]] = lambda *_: (), ranks: Sequence[int] = (1, 2, 3, 4), dtypes: Sequence[str] = ("float32", "float64"), **keywords: Callable[[Random, Any], Any]) -> Draw:  # fmt: skip
    def case(draw: Random) -> Case:
        a = array(draw, draw.choice(ranks), draw.choice(dtypes))
        return _case(name, (a, *more(draw, a)), {k: d(draw, a) for k, d in keywords.items() if draw.random() < 0.67})

    return case


def _two(name: str) -> Draw:
    return lambda draw: _case(name, pair(draw, draw.choice(("float32", "int32"))), {})


def _new(name: str, *drawn: Callable[[Random], Any], **keywords: Callable[[Random], Any]) -> Draw:
    return lambda draw: _case(
        name, [d(draw) for d in drawn], {k: d(draw) for k, d in keywords.items() if draw.random() < 0.67}
    )


def _products(name: str) -> Draw:
    def case(draw: Random) -> Case:
        left = list(sizes(draw, draw.choice((1, 2, 2, 3, 4))))
        right = list(sizes(draw, draw.choice((1, 2, 2, 3))))
        if name == "batch_dot" and draw.random() < 0.9:
            right[0] = left[0]
        if draw.random() < 0.8 and len(right) > 1:
            right[-2 if name == "dot" or len(right) > 2 else -1] = left[-1]
        keywords = {"axes": draw.choice((None, 1, 2, (1, 2), (2, 1), [1, 1]))} if name == "batch_dot" else {}
        return _case(name, (filled(draw, left, "float32"), filled(draw, right, "float32")), keywords)

    return case


def _joined(name: str) -> Draw:
    def case(draw: Random) -> Case:
        import tensorflow as tf

        first = sizes(draw, draw.choice((1, 2, 3)))
        parts = [first, first if draw.random() < 0.7 else (*first[:-1], 5)]
        tensors = [tf.constant(filled(draw, p, "float32")) for p in parts]
        return _case(name, (tensors,), {"axis": axis(draw, len(first))} if draw.random() < 0.7 else {})

    return case


def _crossentropy(name: str) -> Draw:
    def case(draw: Random) -> Case:
        output = sizes(draw, draw.choice((1, 2, 3)))
        labels = output[:-1] if name.startswith("sparse") else output
        y = np.zeros(labels, "int64" if name.startswith("sparse") else "float32")
        return _case(name, (y, filled(draw, output, "float32")), {"from_logits": draw.random() < 0.5})

    return case


def _target(draw: Random, a: Any) -> tuple[Any, ...]:
    return (draw.choice(((-1,), (a.size,), (a.shape[0], -1), (-1, 2), (3, -1))),)


def _pattern(draw: Random, a: Any) -> tuple[Any, ...]:
    order = list(range(a.ndim))
    draw.shuffle(order)
    return (tuple(order),)


_SHAPES = one_of((2, 3), (4,), (), (1, 2, 3))
_DTYPE = one_of(None, "float32", "float64")
_ANY_AXIS = {"axis": lambda d, a: axes(d, a.ndim), "keepdims": lambda d, _: d.random() < 0.5}
_FLOATS = "square sqrt exp log round sign sin cos sigmoid tanh softplus softsign hard_sigmoid relu elu".split()
TABLE: dict[str, Draw] = {
    **{_K + n: _one(n) for n in (*_FLOATS, "abs", "transpose", "l2_normalize", "ndim", "int_shape", "dtype", "shape", "flatten", "batch_flatten", "stop_gradient", "get_value", "zeros_like", "ones_like", "count_params")},
    _K + "softmax": _one("softmax"),
    **{_K + n: _two(n) for n in "equal not_equal greater greater_equal less less_equal maximum minimum".split()},
    **{_K + n: _one(n, **_ANY_AXIS) for n in "sum prod mean max min std var any all".split()},
    **{_K + n: _one(n, axis=lambda d, a: axis(d, a.ndim)) for n in "argmax argmin cumsum cumprod".split()},
    _K + "pow": _one("pow", lambda d, _: (d.choice((2, 3)),)),
    _K + "clip": _one("clip", lambda d, _: (d.choice((0.0, 0.2)), d.choice((1.0, 0.5)))),
    _K + "dropout": _one("dropout", lambda *_: (0.2,)),
    _K + "cast": _one("cast", lambda d, _: (d.choice(("float32", "int32", "float16")),)),
    _K + "cast_to_floatx": _one("cast_to_floatx", (lambda *_: ()), (1, 2), ("float64", "int32")),
    _K + "reshape": _one("reshape", _target),
    _K + "expand_dims": _one("expand_dims", axis=lambda d, a: axis(d, a.ndim + 1)),
    _K + "squeeze": _one("squeeze", lambda d, a: (axis(d, a.ndim),)),
    _K + "permute_dimensions": _one("permute_dimensions", _pattern),
    _K + "concatenate": _joined("concatenate"),
    _K + "stack": _joined("stack"),
    _K + "tile": _one("tile", lambda d, a: ([2] * a.ndim if d.random() < 0.8 else 2,)),
    _K + "repeat": _one("repeat", lambda d, _: (d.choice((1, 3)),), (1, 2, 2, 2, 3)),
    _K + "repeat_elements": _one("repeat_elements", lambda d, a: (d.choice((1, 2)), d.randrange(a.ndim))),
    _K + "reverse": _one("reverse", lambda d, a: (d.randrange(a.ndim),)),
    _K + "gather": _one("gather", lambda d, _: (d.choice(([0], [[0, 0]], np.array([0, 0]))),)),
    _K + "one_hot": _one("one_hot", lambda d, _: (d.choice((3, 10)),), (1, 2), ("int32", "int64")),
    _K + "temporal_padding": _one("temporal_padding", (lambda *_: ()), (2, 3, 3, 3), padding=lambda d, _: d.choice(((1, 1), (0, 2)))),
    _K + "spatial_2d_padding": _one("spatial_2d_padding", (lambda *_: ()), (3, 4, 4), padding=lambda d, _: d.choice((((1, 1), (0, 2)), ((2, 2), (2, 2))))),
    _K + "resize_images": _one("resize_images", lambda d, _: (2, d.choice((2, 3)), "channels_last"), (4,), interpolation=lambda d, _: d.choice(("nearest", "bilinear"))),
    _K + "dot": _products("dot"),
    _K + "batch_dot": _products("batch_dot"),
    **{_K + n: _crossentropy(n) for n in ("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy")},
    _K + "constant": _new("constant", one_of(3, [1, 2], [[1.0]]), dtype=_DTYPE),
    _K + "variable": _new("variable", one_of([1, 2], [[1.0]], np.zeros((2, 3)))),
    _K + "zeros": _new("zeros", _SHAPES, dtype=_DTYPE),
    _K + "ones": _new("ones", _SHAPES, dtype=_DTYPE),
    _K + "eye": _new("eye", one_of(2, 3), dtype=_DTYPE),
    _K + "arange": _new("arange", one_of(0, 5), stop=one_of(7, 9), dtype=one_of("int32", "float32")),
    _K + "random_normal": _new("random_normal", _SHAPES, dtype=_DTYPE),
    _K + "truncated_normal": _new("truncated_normal", _SHAPES, dtype=_DTYPE),
    _K + "random_uniform": _new("random_uniform", _SHAPES, minval=one_of(0.0, -1.0), dtype=_DTYPE),
    _K + "random_bernoulli": _new("random_bernoulli", _SHAPES, p=one_of(0.5)),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_tensorflow(name: str) -> None:
    check(TABLE, name, 8)
