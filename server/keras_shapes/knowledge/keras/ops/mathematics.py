"""keras.ops: elementwise functions, reductions, products. Source: keras/src/ops/numpy.py, math.py, nn.py."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from ....values import contraction
from ....values import dtype as dtypes
from ....values.arithmetic import normalize_axis
from ....values.array import Array, Shape
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import as_axes, as_int, as_number, joint_kind
from ...coercion import Tensor, as_tensor
from ...numpy import intervals, linear_algebra, reductions
from ...registry import Function
from .arrays import joint_dtype
from .naming import element, floating, op, operate

# Activations keep whatever type they get: of integers, in a graph; on data TensorFlow refuses those.
_KEEPING = """abs absolute sign negative conj nan_to_num relu relu6 sigmoid softplus softsign silu swish gelu elu
    selu hard_sigmoid hard_silu hard_swish hard_tanh log_sigmoid celu erf rsqrt tanh_shrink hard_shrink soft_shrink
    squareplus sparse_plus softmax log_softmax""".split()
_FLOATING = """sqrt exp expm1 log log2 log10 log1p sin cos tan tanh sinh cosh arcsin arccos arctan arcsinh arccosh
    arctanh reciprocal floor ceil exp2""".split()
_TESTS = "isnan isinf isfinite logical_not signbit isreal".split()
# Functions whose results lie between bounds, whatever comes in.
_BOUNDED = {"sigmoid": (0, 1), "tanh": (-1, 1), "sin": (-1, 1), "cos": (-1, 1), "hard_sigmoid": (0, 1), "relu6": (0, 6)}


def _elementwise(name: str, result: Any) -> Function:
    bounds = Interval(*_BOUNDED[name], False) if name in _BOUNDED else None

    def apply(x: Tensor, *_: Any, **__: Any) -> Array:
        kept = bounds
        if name in ("abs", "absolute"):
            kept = intervals.fitted(intervals.absolute(x.interval), x.dtype)
        elif name == "relu" and x.interval is not None:
            kept = x.interval.clip(0, None)
        elif name == "sqrt":
            kept = intervals.mapped(x.interval, math.sqrt)
        return Array(x.shape, result(x), kept, kind=x.kind)

    return apply


for _name in _KEEPING:
    op(_name)(_elementwise(_name, lambda x: x.dtype))
for _name in _FLOATING:
    op(_name)(_elementwise(_name, floating))
for _name in _TESTS:
    op(_name)(_elementwise(_name, lambda _: "bool"))


@op("square")
def square(x: Tensor) -> Array:
    return Array(x.shape, "int32" if x.dtype == "bool" else x.dtype, kind=x.kind)


@op("leaky_relu")
def leaky_relu(x: Tensor, negative_slope: Any = 0.2) -> Array:
    return _only_floats(Array(x.shape, x.dtype, kind=x.kind))


def _only_floats(result: Array) -> Array:
    """The type of integers depends on whether they are data: not said."""
    return result if dtypes.is_float(result.dtype) else result.like(dtype="", content=None)


def _of_arrays(result: Array | Unknown, x1: Any, x2: Any) -> Array | Unknown:
    """With Python's numbers, and of booleans, the type depends on the function and on whether they are data."""
    if isinstance(result, Unknown) or result.dtype in ("float32", "float64"):
        return result
    if isinstance(x1, Array) and isinstance(x2, Array):
        return _only_floats(result)
    return result.like(dtype="", content=None)


@op("round")
def round_(x: Tensor, decimals: Any = 0) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@op("clip")
def clip(x: Tensor, x_min: Any, x_max: Any) -> Array:
    low, high = as_number(x_min), as_number(x_max)
    bounds = None
    if low is not None and high is not None and low <= high:
        bounds = x.interval.clip(low, high) if x.interval else Interval(low, high, False)
    return Array(x.shape, "int32" if x.dtype == "bool" else x.dtype, bounds, kind=x.kind)


@op("add")
def add(x1: Any, x2: Any) -> Array | Unknown:
    first, second = as_tensor(x1), as_tensor(x2)
    if isinstance(first, Array) and isinstance(second, Array) and _is_bias(first, second):
        return Array(first.shape, joint_dtype([first, second]), kind="tensor")
    return operate("+", x1, x2)


def _is_bias(x: Array, bias: Array) -> bool:
    """On data TensorFlow's backend adds what has one axis larger than 1, wherever it stands, to the channels."""
    if "symbolic" in (x.kind, bias.kind) or x.shape is None or bias.shape is None or len(x.shape) < 2:
        return False
    large = [d for d in bias.shape if d != 1]
    return len(large) == 1 and isinstance(large[0], int) and large[0] in (x.shape[1], x.shape[-1])


_OPERATORS = {
    "subtract": "-", "multiply": "*", "divide": "/", "true_divide": "/", "floor_divide": "//", "mod": "%",
    "power": "**", "equal": "==", "not_equal": "!=", "less": "<", "less_equal": "<=", "greater": ">",
    "greater_equal": ">=", "maximum": "max", "minimum": "min",
}  # fmt: skip


def _of_two(operator: str) -> Function:
    if operator in ("%", "**", "//"):
        return lambda x1, x2: _of_arrays(operate(operator, x1, x2), x1, x2)
    if operator not in ("max", "min"):
        return lambda x1, x2: operate(operator, x1, x2)

    def extreme(x1: Any, x2: Any) -> Array | Unknown:
        result = operate("+", x1, x2)
        return result if isinstance(result, Unknown) else result.like(interval=None, content=None)

    return extreme


for _name, _operator in _OPERATORS.items():
    op(_name)(_of_two(_operator))


@op("logical_and", "logical_or", "logical_xor", "isclose")
def logical(x1: Any, x2: Any, *_: Any, **__: Any) -> Array | Unknown:
    result = operate("==", x1, x2)
    return result if isinstance(result, Unknown) else result.like(interval=None, content=None)


@op("divide_no_nan")
def divide_no_nan(x1: Any, x2: Any) -> Array | Unknown:
    result = operate("/", x1, x2)
    return result if isinstance(result, Unknown) else result.like(interval=None)


def summed(dtype: str) -> str:
    """Small integers grow to 32 bits."""
    kind, bits = dtypes.kind(dtype), dtypes.bits(dtype)
    if kind in ("b", "i"):
        return "int32" if bits < 32 else dtype
    return "uint32" if kind == "u" and bits < 32 else dtype


def _shape(x: Array, axis: Any, keepdims: Any) -> Any:
    axes = as_axes(axis)
    if axes is not None and x.shape is not None:
        # An axis named twice is no mistake to TensorFlow.
        axes = tuple({a % len(x.shape) if x.shape and -len(x.shape) <= a < len(x.shape) else a for a in axes})
    return reductions.reduced_shape(x, axis if axes is None else axes, keepdims, scalars=False)


@op("sum", "prod")
def sum_(x: Tensor, axis: Any = None, keepdims: Any = False, dtype: Any = None) -> Array:
    return Array(_shape(x, axis, keepdims), element(dtype, summed(x.dtype)), kind=x.kind)


@op("logsumexp")
def logsumexp(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    axes = as_axes(axis)
    if axes is not None and len({a % (x.rank or 1) for a in axes}) < len(axes):
        return Array(None, kind=x.kind)
    # On data it keeps the type, in a graph it is float32.
    return Array(_shape(x, axis, keepdims), x.dtype if x.dtype == "float32" else "", kind=x.kind)


@op("mean", "std", "var", "median")
def mean(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    return Array(_shape(x, axis, keepdims), floating(x), kind=x.kind)


@op("average")
def average(x: Tensor, axis: Any = None, weights: Any = None) -> Array:
    return Array(_shape(x, axis, False), floating(x) if weights is None else "", kind=x.kind)


@op("max", "min", "amax", "amin")
def max_(x: Tensor, axis: Any = None, keepdims: Any = False, initial: Any = None) -> Array:
    return Array(_shape(x, axis, keepdims), x.dtype, intervals.within(x.interval), kind=x.kind)


@op("any", "all")
def any_(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    return Array(_shape(x, axis, keepdims), "bool", kind=x.kind)


@op("argmax", "argmin")
def argmax(x: Tensor, axis: Any = None, keepdims: Any = False) -> Array:
    size = reductions.reduced_size(x, axis)
    bounds = Interval(0, size - 1, False) if isinstance(size, int) and size > 0 else None
    return Array(_shape(x, axis, keepdims), "int32", bounds, kind=x.kind)


@op("count_nonzero")
def count_nonzero(x: Tensor, axis: Any = None) -> Array:
    return Array(_shape(x, axis, False), "int32", kind=x.kind)


@op("norm")
def norm(x: Tensor, ord: Any = None, axis: Any = None, keepdims: Any = False) -> Array:
    return Array(_shape(x, axis, keepdims), floating(x), kind=x.kind)


@op("cumsum", "cumprod")
def cumsum(x: Tensor, axis: Any = None, dtype: Any = None) -> Array:
    made = element(dtype, "int32" if x.dtype == "bool" else x.dtype)
    if axis is None:
        return Array((x.size,), made, kind=x.kind)
    along = as_int(axis)
    if along is not None:
        normalize_axis(along, x.rank)
    return Array(x.shape, made, kind=x.kind)


@op("normalize")
def normalize(x: Tensor, axis: Any = -1, order: Any = 2, epsilon: Any = None) -> Array:
    return Array(
        x.shape or ((1,) if x.shape == () else None), "float32" if floating(x) == "float32" else "", kind=x.kind
    )


@op("matmul")
def matmul(x1: Tensor, x2: Tensor) -> Array:
    result = _product(x1, x2, contraction.matmul(x1.shape, x2.shape))
    # int8 times int8 is summed in 32 bits, but not everywhere.
    return result.like(dtype="") if x1.dtype == x2.dtype == "int8" else result


@op("dot")
def dot(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, contraction.dot(x1.shape, x2.shape))


@op("outer")
def outer(x1: Tensor, x2: Tensor) -> Array:
    return _product(x1, x2, (x1.size, x2.size))


@op("tensordot")
def tensordot(x1: Tensor, x2: Tensor, axes: Any = 2) -> Array:
    if "symbolic" in (x1.kind, x2.kind):
        return _product(x1, x2, _unless_mismatch(lambda: linear_algebra.tensordot(x1, x2, axes).shape))
    return _product(x1, x2, linear_algebra.tensordot(x1, x2, axes).shape)


def _unless_mismatch(shape: Callable[[], Shape | None]) -> Shape | None:
    """In a graph Keras does not compare these sizes: what comes of it only data will tell."""
    try:
        return shape()
    except Mismatch:
        return None


def _product(x1: Array, x2: Array, shape: Any) -> Array:
    return Array(shape, joint_dtype([x1, x2]), kind=joint_kind(x1, x2))


@op("einsum")
def einsum(subscripts: Any, *operands: Any, **_: Any) -> Array:
    tensors = [t if isinstance(t := as_tensor(o), Array) else Array(None) for o in operands]
    if not isinstance(subscripts, str) or not tensors:
        return Array(None, kind=joint_kind(*tensors))
    kind = joint_kind(*tensors)
    shapes = [t.shape for t in tensors]
    if kind == "symbolic":
        return Array(_unless_mismatch(lambda: contraction.einsum(subscripts, shapes)), joint_dtype(tensors), kind=kind)
    return Array(contraction.einsum(subscripts, shapes), joint_dtype(tensors), kind=kind)
