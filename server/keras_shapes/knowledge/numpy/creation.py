"""Arrays from shapes, numbers and other arrays: numpy's array creation routines."""

from __future__ import annotations

import math
from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, Linear, add, subtract
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int, as_number, as_shape, as_size, plain
from ..registry import function
from .intervals import fitted

# Content is kept for arrays of up to so many elements.
FEW = 64


def element_type(dtype: Any, default: str) -> str:
    """The type that a dtype argument names; "" where it is given but not understood."""
    return default if dtype is None else dtypes.as_dtype(dtype)


def filled(shape: Shape | None, value: Any, dtype: str) -> Array:
    """An array that holds one number everywhere."""
    number = as_number(value)
    if number is not None and math.isfinite(number) and dtypes.is_integer(dtype):
        number = int(number)
    elif number is not None and dtype == "bool":
        number = int(bool(number))
    bounds = None if number is None or math.isnan(number) else fitted(Interval(number, number), dtype)
    size = _few(shape)
    return Array(shape, dtype, bounds, None if bounds is None or size is None else (number,) * size)


def _few(shape: Shape | None) -> int | None:
    """The number of elements, where they are few enough to keep, of an array of rank 0 or 1."""
    if shape is None or len(shape) > 1:
        return None
    size = shape[0] if shape else 1
    return size if isinstance(size, int) and size <= FEW else None


@function("numpy.zeros")
def zeros(shape: Any, dtype: Any = None, order: Any = "C", **_: Any) -> Array:
    return filled(as_shape(shape), 0, element_type(dtype, "float64"))


@function("numpy.ones")
def ones(shape: Any, dtype: Any = None, order: Any = "C", **_: Any) -> Array:
    return filled(as_shape(shape), 1, element_type(dtype, "float64"))


@function("numpy.empty", "numpy.ndarray")
def empty(shape: Any, dtype: Any = None, order: Any = "C", **_: Any) -> Array:
    return Array(as_shape(shape), element_type(dtype, "float64"))


@function("numpy.full")
def full(shape: Any, fill_value: Any, dtype: Any = None, order: Any = "C", **_: Any) -> Array:
    value = plain(fill_value)
    own = value.dtype if isinstance(value, Array) else dtypes.of_scalar(value)
    return filled(as_shape(shape), value, element_type(dtype, own))


def _as(a: Array, dtype: Any, shape: Any) -> tuple[Shape | None, str]:
    return (a.shape if shape is None else as_shape(shape)), element_type(dtype, a.dtype)


@function("numpy.zeros_like")
def zeros_like(a: Array, dtype: Any = None, order: Any = "K", subok: Any = True, shape: Any = None, **_: Any) -> Array:
    sizes, element = _as(a, dtype, shape)
    return filled(sizes, 0, element)


@function("numpy.ones_like")
def ones_like(a: Array, dtype: Any = None, order: Any = "K", subok: Any = True, shape: Any = None, **_: Any) -> Array:
    sizes, element = _as(a, dtype, shape)
    return filled(sizes, 1, element)


@function("numpy.empty_like")
def empty_like(
    prototype: Array, dtype: Any = None, order: Any = "K", subok: Any = True, shape: Any = None, **_: Any
) -> Array:
    return Array(*_as(prototype, dtype, shape))


@function("numpy.full_like")
def full_like(
    a: Array, fill_value: Any, dtype: Any = None, order: Any = "K", subok: Any = True, shape: Any = None, **_: Any
) -> Array:
    sizes, element = _as(a, dtype, shape)
    return filled(sizes, plain(fill_value), element)


def converted(a: Array, dtype: str) -> Array:
    """The elements as another type."""
    from .elementwise import cast_to  # the two modules need each other

    return a if dtype == a.dtype else cast_to(a, dtype)


@function("numpy.array")
def array(
    object: Array,
    dtype: Any = None,
    *,
    copy: Any = True,
    order: Any = "K",
    subok: Any = False,
    ndmin: Any = 0,
    **_: Any,
) -> Array:
    result = converted(object.like(kind="numpy", node=None), element_type(dtype, object.dtype))
    least = as_int(ndmin)
    if result.shape is None or least is None:
        return result if least == 0 else result.unranked()
    missing = least - len(result.shape)
    return result.reshaped((1,) * missing + result.shape) if missing > 0 else result


@function("numpy.asarray", "numpy.asanyarray", "numpy.ascontiguousarray", "numpy.asfortranarray")
def asarray(a: Array, dtype: Any = None, order: Any = None, **_: Any) -> Array:
    return converted(a.like(kind="numpy", node=None), element_type(dtype, a.dtype))


@function("numpy.copy")
def copy(a: Array, order: Any = "K", subok: Any = False) -> Array:
    return asarray(a)


@function("numpy.arange")
def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = None, **_: Any) -> Array | Unknown:
    if stop is None:
        start, stop = 0, start
    first, last, by = plain(start), plain(stop), 1 if step is None else plain(step)
    if not all(isinstance(v, (int, float, Linear)) for v in (first, last, by)):
        return Array((ANY,), "" if dtype is None else dtypes.as_dtype(dtype))
    element = element_type(dtype, "float64" if any(isinstance(v, float) for v in (first, last, by)) else "int64")
    if isinstance(first, Linear) or isinstance(last, Linear) or isinstance(by, Linear):
        # An empty range is no longer than 0, which a symbol cannot tell of itself: taken as not empty.
        length = subtract(last, first) if by == 1 else ANY
        return Array((length,), element)
    if by == 0:
        raise Mismatch("array-shapes", "a step", 0, operation="arange")
    size = max(0, math.ceil((last - first) / by))
    ends = sorted((first, first + (size - 1) * by)) if size else (0, 0)
    if element == "bool" or (dtypes.is_integer(element) and isinstance(first + by, float)):
        return Array((size,), element)  # numpy cuts off start and step, each for itself
    # Its elements are not kept: what `shuffle` does to them in place is not seen.
    return Array((size,), element, fitted(Interval(ends[0], ends[1]), element) if size else None)


@function("numpy.linspace")
def linspace(
    start: Any, stop: Any, num: Any = 50, endpoint: Any = True, retstep: Any = False, dtype: Any = None, axis: Any = 0,
    **_: Any,
) -> Any:  # fmt: skip
    low, high = as_number(start), as_number(stop)
    known = low is not None and high is not None
    interval = Interval(min(low, high), max(low, high)) if low is not None and high is not None else None
    single = not isinstance(start, Array) and not isinstance(stop, Array)
    shape = (as_size(num),) if known or single else None
    element = element_type(dtype, "float64")
    result = Array(shape, element, interval if shape and shape[0] not in (0, 1) else None)
    return result if retstep is False else (result, Unknown("the step"))


@function("numpy.geomspace")
def geomspace(start: Any, stop: Any, num: Any = 50, endpoint: Any = True, dtype: Any = None, axis: Any = 0) -> Array:
    return logspace(start, stop, num, dtype=dtype)


@function("numpy.logspace")
def logspace(
    start: Any, stop: Any, num: Any = 50, endpoint: Any = True, base: Any = 10.0, dtype: Any = None, **_: Any
) -> Array:
    shape = (as_size(num),) if as_number(start) is not None and as_number(stop) is not None else None
    return Array(shape, element_type(dtype, "float64"))


@function("numpy.eye")
def eye(N: Any, M: Any = None, k: Any = 0, dtype: Any = None, **_: Any) -> Array:
    rows = as_size(N)
    columns = rows if M is None else as_size(M)
    element = element_type(dtype, "float64")
    square = rows == columns and as_int(k) == 0 and isinstance(rows, int) and rows > 1
    return Array((rows, columns), element, Interval(0, 1, square), one_hot=square)


@function("numpy.identity")
def identity(n: Any, dtype: Any = None, **_: Any) -> Array:
    return eye(n, dtype=dtype)


@function("numpy.diag")
def diag(v: Array, k: Any = 0) -> Array:
    offset = as_int(k)
    if v.shape is None or offset is None:
        return v.like(shape=None, content=None, interval=None)
    if len(v.shape) == 1:
        size = add(v.shape[0], abs(offset))
        return v.with_shape(size, size)
    if len(v.shape) != 2:
        raise Mismatch("array-shapes", 2, v.shape, operation="diag")
    return v.with_shape(diagonal_length(*v.shape, offset))


def diagonal_length(rows: Dim, columns: Dim, offset: int | None) -> Dim:
    """How many elements a diagonal has, `offset` above the main one."""
    if rows is None or columns is None:
        return None
    if offset is None or not isinstance(rows, int) or not isinstance(columns, int):
        return rows if rows == columns and offset == 0 else ANY
    return max(0, min(rows + min(offset, 0), columns - max(offset, 0)))


@function("numpy.diagflat")
def diagflat(v: Array, k: Any = 0) -> Array:
    offset = as_int(k)
    size = ANY if offset is None else add(v.size, abs(offset))
    return v.with_shape(size, size)


@function("numpy.vander")
def vander(x: Array, N: Any = None, increasing: Any = False) -> Array:
    (size,) = x.require_rank(1, "array-shapes")
    return Array((size, size if N is None else as_size(N)), dtypes.promote(x.dtype, "int64"))


@function("numpy.bartlett", "numpy.blackman", "numpy.hamming", "numpy.hanning")
def window(M: Any) -> Array:
    return Array((as_size(M),), "float64")


@function("numpy.kaiser")
def kaiser(M: Any, beta: Any) -> Array:
    return window(M)


@function("numpy.fromfunction")
def fromfunction(function: Any, shape: Any, *, dtype: Any = float, like: Any = None, **kwargs: Any) -> Array:
    """Mostly as many elements as positions; a function may also give one number for all."""
    return Array(None)


@function("numpy.asarray_chkfinite")
def asarray_chkfinite(a: Array, dtype: Any = None, order: Any = None) -> Array:
    return asarray(a, dtype)


@function("numpy.require")
def require(a: Array, dtype: Any = None, requirements: Any = None, *, like: Any = None) -> Array:
    return asarray(a, dtype)


@function("numpy.tri")
def tri(N: Any, M: Any = None, k: Any = 0, dtype: Any = None, **_: Any) -> Array:
    rows = as_size(N)
    return Array((rows, rows if M is None else as_size(M)), element_type(dtype, "float64"), Interval(0, 1, False))


@function("numpy.tril", "numpy.triu")
def tril(m: Array, k: Any = 0) -> Array:
    if m.shape is not None and len(m.shape) == 0:
        raise Mismatch("array-shapes", 1, m.shape, operation="tril")
    shape = m.shape * 2 if m.shape is not None and len(m.shape) == 1 else m.shape
    return m.like(shape=shape, interval=None, content=None, one_hot=False)


@function("numpy.frombuffer", "numpy.fromstring")
def frombuffer(buffer: Any, dtype: Any = None, count: Any = -1, **_: Any) -> Array:
    size = as_int(count)
    return Array((size if size is not None and size >= 0 else ANY,), element_type(dtype, "float64"))


@function("numpy.fromiter")
def fromiter(iter: Any, dtype: Any, count: Any = -1, **_: Any) -> Array:
    return frombuffer(iter, dtype, count)


@function("numpy.indices")
def indices(dimensions: Any, dtype: Any = None, **_: Any) -> Array:
    shape = as_shape(dimensions)
    return Array(None if shape is None else (len(shape), *shape), element_type(dtype, "int64"))


@function("numpy.meshgrid")
def meshgrid(*xi: Any, indexing: Any = "xy", **_: Any) -> Any:
    from ..coercion import as_array

    arrays = [as_array(x) for x in xi]
    lengths: list[Dim] = [a.size if isinstance(a, Array) else ANY for a in arrays]
    if indexing not in ("xy", "ij"):
        return Unknown("meshgrid's indexing")
    if indexing == "xy" and len(lengths) > 1:
        lengths[0], lengths[1] = lengths[1], lengths[0]
    return [
        Array(tuple(lengths), a.dtype, a.interval) if isinstance(a, Array) else Array(tuple(lengths)) for a in arrays
    ]
