"""keras.ops: functions of single elements. Source: keras/src/ops/numpy.py, math.py, nn.py."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from ....values import dtype as dtypes
from ....values.array import Array
from ....values.axes import with_size
from ....values.dim import floor_divide, multiply, same
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ...arguments import as_number, refuse
from ...coercion import Tensor
from ...numpy import intervals
from ...registry import Function
from .elements import element_of
from .naming import op

Bounds = Callable[[Interval | None], Interval | None]

_PLAIN = """arccos arccosh arcsin arcsinh arctan arctanh cos cosh log log10 log1p log2 sin sinc sinh sqrt tan tanh exp
    exp2 expm1 ceil floor fabs angle reciprocal cbrt deg2rad rad2deg i0 isneginf isposinf isreal logical_not signbit
    isfinite isinf isnan abs absolute imag real bitwise_invert bitwise_not negative conj conjugate sign trunc
    rsqrt sigmoid silu swish tanh_shrink erf erfc erfinv hard_sigmoid hard_silu hard_swish hard_tanh log_sigmoid selu
    softplus softsign sparse_plus sparse_sigmoid relu relu6 square""".split()


def _always(low: float, high: float) -> Bounds:
    return lambda _: Interval(low, high, False)


# What is known of the results' bounds.
_BOUNDS: dict[str, Bounds] = {
    "sigmoid": _always(0, 1), "hard_sigmoid": _always(0, 1), "sparse_sigmoid": _always(0, 1), "relu6": _always(0, 6),
    "softmax": _always(0, 1), "tanh": _always(-1, 1), "hard_tanh": _always(-1, 1), "softsign": _always(-1, 1),
    "sin": _always(-1, 1), "cos": _always(-1, 1), "erf": _always(-1, 1),
    "relu": lambda i: None if i is None else i.clip(0, None),
    "sqrt": lambda i: intervals.mapped(i, math.sqrt),
    "abs": intervals.absolute, "absolute": intervals.absolute, "fabs": intervals.absolute,
}  # fmt: skip


def applied(name: str, x: Array) -> Array:
    """`name` of each element. Raises Mismatch where data are of a type it does not take."""
    dtype = element_of(name, x)
    bounds = _BOUNDS.get(name)
    return Array(x.shape, dtype, None if bounds is None else intervals.fitted(bounds(x.interval), dtype), kind=x.kind)


def _plain(name: str) -> Function:
    def apply(x: Tensor) -> Array:
        return applied(name, x)

    return apply


for _name in _PLAIN:
    op(_name)(_plain(_name))


@op("celu")
def celu(x: Tensor, alpha: Any = 1.0) -> Array:
    return applied("celu", x)


@op("elu")
def elu(x: Tensor, alpha: Any = 1.0) -> Array:
    return applied("elu", x)


@op("gelu")
def gelu(x: Tensor, approximate: Any = True) -> Array:
    return applied("gelu", x)


@op("hard_shrink")
def hard_shrink(x: Tensor, threshold: Any = 0.5) -> Array:
    return applied("hard_shrink", x)


@op("soft_shrink")
def soft_shrink(x: Tensor, threshold: Any = 0.5) -> Array:
    return applied("soft_shrink", x)


@op("squareplus")
def squareplus(x: Tensor, b: Any = 4) -> Array:
    return applied("squareplus", x)


@op("leaky_relu")
def leaky_relu(x: Tensor, negative_slope: Any = 0.2) -> Array:
    return applied("leaky_relu", x)


@op("threshold")
def threshold(x: Tensor, threshold: Any, default_value: Any) -> Array:
    refuse("threshold", x, "b")
    return Array(x.shape, x.dtype, kind=x.kind)


@op("nan_to_num")
def nan_to_num(x: Tensor, nan: Any = 0.0, posinf: Any = None, neginf: Any = None) -> Array:
    return applied("nan_to_num", x)


@op("round")
def round_(x: Tensor, decimals: Any = 0) -> Array:
    return applied("round", x)


@op("clip")
def clip(x: Tensor, x_min: Any, x_max: Any) -> Array:
    refuse("clip", x, "c")
    low, high = as_number(x_min), as_number(x_max)
    bounds = None
    if low is not None and high is not None and low <= high:
        bounds = x.interval.clip(low, high) if x.interval else Interval(low, high, False)
    dtype = "int32" if x.dtype == "bool" else x.dtype
    # A bound that the type cannot hold is cut off with the rest.
    return Array(x.shape, dtype, intervals.fitted(bounds, dtype), kind=x.kind)


@op("view_as_complex")
def view_as_complex(x: Tensor) -> Array:
    """Pairs of real numbers, the last axis, as complex ones."""
    shape = x.require_min_rank(1, "array-shapes")
    if shape is not None and same(shape[-1], 2) is False:
        raise Mismatch("array-shapes", 2, shape, operation="view_as_complex")
    return Array(None if shape is None else shape[:-1], dtypes.complex_of(x.dtype), kind=x.kind)


@op("view_as_real")
def view_as_real(x: Tensor) -> Array:
    refuse("view_as_real", x, "b")
    said = x.kind == "symbolic" and dtypes.kind(x.dtype) != "c"
    dtype = "float32" if said else dtypes.real_part(x.dtype)
    return Array(None if x.shape is None else (*x.shape, 2), dtype, kind=x.kind)


@op("view")
def view(x: Tensor, dtype: Any = None) -> Array:
    """The same bytes as another type: the last axis grows or shrinks with the size of an element."""
    made = x.dtype if dtype is None else dtypes.as_dtype(dtype)
    before, after = max(8, dtypes.bits(x.dtype)), max(8, dtypes.bits(made))
    if not dtypes.bits(made) or not dtypes.bits(x.dtype) or x.shape is None:
        return Array(x.shape if before == after else None, made, kind=x.kind)
    if before == after or not x.shape:
        return Array(x.shape if before == after else None, made, kind=x.kind)
    total = multiply(x.shape[-1], before)
    if isinstance(total, int) and total % after:
        raise Mismatch("array-shapes", made, x.shape, operation="view")
    return Array(with_size(x.shape, -1, floor_divide(total, after)), made, kind=x.kind)


@op("polar")
def polar(abs_: Tensor, angle: Tensor) -> Array:
    return Array(abs_.shape, "float32" if abs_.kind == "symbolic" else "complex64", kind=abs_.kind)
