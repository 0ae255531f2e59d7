"""numpy's functions of single elements: rounding, exponentials, comparisons; and astype."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.interval import Interval
from ..arguments import as_number, refuse
from ..coercion import as_array
from ..registry import Function, function
from . import intervals
from .operators import binary

Bounds = Callable[[Interval | None], Interval | None]


def cast_to(a: Array, dtype: str) -> Array:
    """The elements as another type, an unknown one ("") included."""
    bounds = intervals.spread(intervals.cast(a.interval, a.dtype, dtype), dtype, a.shape)
    return a.like(dtype=dtype, interval=bounds, content=_cast_content(a.content, dtype), node=None)


def _cast_content(content: tuple[Any, ...] | None, dtype: str) -> tuple[Any, ...] | None:
    if content is None or not all(isinstance(c, (bool, int, float)) and math.isfinite(c) for c in content):
        return content if content == () else None
    if dtypes.is_integer(dtype):
        numbers = tuple(int(c) for c in content)
        limits = intervals.dtype_range(dtype)
        return numbers if limits and all(limits[0] <= n <= limits[1] for n in numbers) else None
    if dtype == "bool":
        return tuple(bool(c) for c in content)
    # Narrower floats round: only what float64 holds is kept as it was.
    return tuple(float(c) for c in content) if dtype == "float64" else None


def floating(dtype: str) -> str:
    """The type in which numpy computes roots, logarithms and the like."""
    if dtypes.kind(dtype) in ("f", "c"):
        return dtype
    return {8: "float16", 1: "float16", 16: "float32"}.get(dtypes.bits(dtype), "float64") if dtypes.kind(dtype) else ""


def _unknown(interval: Interval | None) -> None:
    return None


def _bounded(low: float, high: float) -> Bounds:
    return lambda _: Interval(low, high, False)


def _rising(f: Callable[[Any], Any]) -> Bounds:
    return lambda interval: intervals.mapped(interval, f)


_FLOATING: dict[str, Bounds] = {
    "sqrt": _rising(math.sqrt), "fabs": intervals.absolute, "cbrt": _unknown, "exp": _rising(math.exp),
    "expm1": _rising(math.expm1),
    "log": _rising(math.log), "log2": _rising(math.log2), "log10": _rising(math.log10), "log1p": _rising(math.log1p),
    "sin": _bounded(-1, 1), "cos": _bounded(-1, 1), "tan": _unknown, "tanh": _rising(math.tanh), "sinh": _unknown,
    "cosh": _unknown, "arcsin": _unknown, "arccos": _unknown, "arctan": _rising(math.atan), "arctanh": _unknown,
    "exp2": _unknown, "deg2rad": _rising(math.radians), "radians": _rising(math.radians), "rad2deg": _unknown,
    "degrees": _unknown, "arcsinh": _unknown, "arccosh": _unknown, "asin": _unknown, "acos": _unknown,
    "atan": _rising(math.atan), "asinh": _unknown, "acosh": _unknown, "atanh": _unknown, "spacing": _unknown,
}  # fmt: skip
_KEEPING: dict[str, Bounds] = {
    "abs": intervals.absolute, "absolute": intervals.absolute,
    "negative": lambda i: None if i is None else i.affine(-1, 0),
    "sign": lambda i: None if i is None else Interval(-1 if i.low < 0 else 0, 1 if i.high > 0 else 0, False),
    "positive": lambda i: i,
}  # fmt: skip
_ROUNDING: dict[str, Callable[[Any], Any]] = {
    "floor": math.floor, "ceil": math.ceil, "trunc": math.trunc, "fix": math.trunc,
}  # fmt: skip
_TESTS = ("isnan", "isinf", "isfinite", "signbit", "isreal", "iscomplex", "logical_not", "isneginf", "isposinf")


def _squared(interval: Interval | None) -> Interval | None:
    size = intervals.absolute(interval)
    return None if size is None else Interval(size.low**2, size.high**2, size.attained)


def _unary(bounds: Bounds, result: Callable[[str], str], name: str = "", refused: str = "") -> Function:
    def apply(x: Array, out: Any = None, *, dtype: Any = None, **_: Any) -> Array:
        refuse(name, x, refused)
        element = result(x.dtype) if dtype is None else dtypes.as_dtype(dtype)
        return Array(x.shape, element, intervals.fitted(bounds(x.interval), element), kind=x.kind)

    return apply


for _name, _bounds in _FLOATING.items():
    function(f"numpy.{_name}")(_unary(_bounds, floating))
for _name, _bounds in _KEEPING.items():
    refused = "b" if _name in ("negative", "positive", "sign") else ""
    function(f"numpy.{_name}")(_unary(_bounds, lambda dtype: dtype, _name, refused))


def _counted(dtype: str) -> str:
    return "int8" if dtype == "bool" else dtype


function("numpy.square")(_unary(_squared, _counted))
for _name in ("conj", "conjugate", "reciprocal"):
    function(f"numpy.{_name}")(_unary(_unknown, _counted))
function("numpy.rint")(_unary(_rising(round), floating))
for _name, _round in _ROUNDING.items():
    function(f"numpy.{_name}")(_unary(_rising(_round), lambda dtype: dtype))
for _name in _TESTS:
    function(f"numpy.{_name}")(_unary(_bounded(0, 1), lambda _: "bool"))


@function("numpy.nan_to_num")
def nan_to_num(x: Array, copy: Any = True, nan: Any = 0.0, posinf: Any = None, neginf: Any = None) -> Array:
    return Array(x.shape, x.dtype, kind=x.kind)


@function("numpy.round", "numpy.around", "numpy.round_", "numpy.ndarray.round")
def round_(a: Array, decimals: Any = 0, out: Any = None) -> Array:
    places = as_number(decimals)
    if places:
        refuse("round", a, "b")
    bounds = None if places is None else intervals.mapped(a.interval, round)
    if places and bounds and a.interval and not dtypes.is_integer(a.dtype):
        half = 10.0**-places  # of a last digit: which way numpy rounds is not Python's
        bounds = Interval(a.interval.low - half, a.interval.high + half, a.interval.attained)
    element = "float16" if a.dtype == "bool" else a.dtype
    return Array(a.shape, element, intervals.fitted(bounds, element), kind=a.kind)


_OPERATORS = {
    "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "true_divide": "/", "floor_divide": "//", "mod": "%",
    "remainder": "%", "power": "**", "matmul": "@", "equal": "==", "not_equal": "!=", "less": "<",
    "less_equal": "<=", "greater": ">", "greater_equal": ">=", "pow": "**", "bitwise_left_shift": "<<",
    "bitwise_right_shift": ">>", "bitwise_and": "&", "bitwise_or": "|",
    "bitwise_xor": "^", "left_shift": "<<", "right_shift": ">>",
}  # fmt: skip


def _binary(operator: str) -> Function:
    def apply(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
        return binary(operator, x1, x2)

    return apply


for _name, _operator in _OPERATORS.items():
    function(f"numpy.{_name}")(_binary(_operator))


@function("numpy.maximum", "numpy.fmax")
def maximum(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
    return _extreme(x1, x2, max)


@function("numpy.minimum", "numpy.fmin")
def minimum(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
    return _extreme(x1, x2, min)


def _extreme(x1: Any, x2: Any, pick: Any) -> Array:
    result = binary("+", x1, x2)  # the same broadcasting and promotion
    a, b = as_array(x1), as_array(x2)
    bounds = None
    if isinstance(a, Array) and isinstance(b, Array) and a.interval and b.interval:
        bounds = Interval(pick(a.interval.low, b.interval.low), pick(a.interval.high, b.interval.high), False)
    return result.like(interval=bounds, content=None)


@function("numpy.logical_and", "numpy.logical_or", "numpy.logical_xor")
def logical(x1: Any, x2: Any, *_: Any, **__: Any) -> Array:
    return binary("==", x1, x2).like(content=None, interval=Interval(0, 1, False))


@function("numpy.isclose")
def isclose(a: Any, b: Any, *_: Any, **__: Any) -> Array:
    return logical(a, b)


@function("numpy.arctan2", "numpy.atan2", "numpy.hypot", "numpy.logaddexp", "numpy.logaddexp2", "numpy.copysign",
          "numpy.nextafter", "numpy.heaviside")  # fmt: skip
def arctan2(x1: Any, x2: Any, out: Any = None, **_: Any) -> Array:
    result = binary("+", x1, x2)
    types = [floating(v.dtype) for v in (as_array(x1), as_array(x2)) if isinstance(v, Array)]
    weak = isinstance(x1, (int, float)) or isinstance(x2, (int, float)) or len(types) < 2
    dtype = floating(result.dtype) if weak else dtypes.promote(*types)
    return result.like(dtype=dtype, interval=None, content=None)


def _constructor(dtype: str) -> Function:
    def apply(x: Array = Array((), "float64", Interval(0, 0), (0.0,))) -> Array:  # noqa: B008 — immutable
        return cast_to(x, dtype)

    return apply


_CONSTRUCTORS = """float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool_ double single int_
    float_ byte ubyte short ushort intc uintc longlong ulonglong intp uintp uint long ulong half complex64
    complex128 csingle cdouble bool"""
for _name in _CONSTRUCTORS.split():
    function(f"numpy.{_name}")(_constructor(dtypes.as_dtype(_name)))
