"""numpy's routines that pick, order and look up elements."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import broadcast, nonnegative_axis, normalize_axis
from ...values.array import Array
from ...values.axes import with_size
from ...values.dim import ANY, Dim
from ...values.interval import Interval, hull
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_flag, as_int, as_number, joint_kind
from ..coercion import as_array
from ..registry import function
from .indexing import index
from .intervals import fitted, spread, within
from .manipulation import ravel
from .operators import binary, result_type


@function("numpy.where")
def where(condition: Array, x: Any = None, y: Any = None) -> Any:
    if x is None and y is None:
        return nonzero(condition)
    a, b = as_array(x), as_array(y)
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Array(None)
    shape = broadcast(condition.shape, broadcast(a.shape, b.shape))
    bounds = hull(a.interval, b.interval)
    return Array(shape, result_type("+", x, y), within(bounds), kind=joint_kind(condition, a, b))


@function("numpy.nonzero", "numpy.ndarray.nonzero")
def nonzero(a: Array) -> Any:
    """One array of positions for each axis, all of the same unknown length."""
    return Unknown("positions") if not a.shape else tuple(Array((ANY,), "int64") for _ in a.shape)


@function("numpy.argwhere")
def argwhere(a: Array) -> Array:
    return Array((ANY, ANY if a.shape is None else len(a.shape)), "int64")


@function("numpy.flatnonzero")
def flatnonzero(a: Array) -> Array:
    return Array((ANY,), "int64")


@function("numpy.take", "numpy.ndarray.take")
def take(a: Array, indices: Any, axis: Any = None, out: Any = None, mode: Any = "raise") -> Any:
    if mode != "raise":
        return Array(None, a.dtype, within(a.interval), kind=a.kind)
    flat = ravel(a) if axis is None or (a.shape == () and as_int(axis) in (0, -1)) else a
    along = 0 if axis is None else as_int(axis)
    key = as_array(indices)
    if flat.shape is None or along is None or isinstance(key, Unknown):
        return Array(None, a.dtype, within(a.interval), kind=a.kind)
    position = nonnegative_axis(along, len(flat.shape))
    key = key.like(dtype="int64") if key.dtype == "bool" else key
    return index(flat, (*(slice(None),) * position, key))


@function("numpy.take_along_axis")
def take_along_axis(arr: Array, indices: Array, axis: Any = -1) -> Array:
    """As many along the axis as there are indices; off the axis the two broadcast."""
    flat, along = (ravel(arr), 0) if axis is None else (arr, as_int(axis))
    if flat.shape is None or indices.shape is None or along is None:
        return Array(None, arr.dtype, within(arr.interval))
    position = nonnegative_axis(along, len(flat.shape))
    if len(flat.shape) != len(indices.shape):
        raise Mismatch("array-shapes", len(flat.shape), indices.shape, operation="take_along_axis")
    shape = broadcast(with_size(flat.shape, position, 1), indices.shape)
    return Array(shape, arr.dtype, within(arr.interval))


@function("numpy.choose", "numpy.select", "numpy.piecewise", "numpy.apply_along_axis", "numpy.vectorize")
def beyond(*_: Any, **__: Any) -> Unknown:
    return Unknown("depends on elements or on a function")


@function("numpy.clip", "numpy.ndarray.clip")
def clip(
    a: Array, a_min: Any = None, a_max: Any = None, out: Any = None, *, min: Any = None, max: Any = None, **_: Any
) -> Any:
    bottom, top = (min if a_min is None else a_min), (max if a_max is None else a_max)
    result = a
    for bound in (bottom, top):
        if bound is not None:
            result = binary("+", result, bound)  # the same broadcasting and promotion
    return result.like(interval=_clipped(a, bottom, top, result.dtype), content=None)


def _clipped(a: Array, bottom: Any, top: Any, dtype: str) -> Interval | None:
    low, high = as_number(bottom), as_number(top)
    if (bottom is not None and low is None) or (top is not None and high is None):
        return None
    if a.interval is not None:
        return fitted(a.interval.clip(low, high), dtype)
    if low is not None and high is not None and low <= high:
        return fitted(Interval(low, high, False), dtype)
    return None


@function("numpy.unique")
def unique(
    ar: Array,
    return_index: Any = False,
    return_inverse: Any = False,
    return_counts: Any = False,
    axis: Any = None,
    **_: Any,
) -> Any:
    """As many as there are different ones: known only where every value within the bounds occurs."""
    count = different(ar) if axis is None else ANY
    shape = (count,) if axis is None else None if ar.shape is None else (ANY, *ar.shape[1:])
    values = Array(shape, ar.dtype, ar.interval)
    flags = [as_flag(f) for f in (return_index, return_inverse, return_counts)]
    if None in flags:
        return Unknown("what unique returns")
    extra = [Array((count,), "int64"), Array(ar.shape if axis is None else None, "int64"), Array((count,), "int64")]
    results = [values, *(e for e, wanted in zip(extra, flags) if wanted)]
    return values if len(results) == 1 else tuple(results)


def different(a: Array) -> Dim:
    """How many different elements there are, where that is known."""
    if a.content is not None and all(isinstance(c, (int, float, str)) for c in a.content):
        return len(set(a.content))
    bounds = spread(a.interval, a.dtype, a.shape)
    if bounds is not None and bounds.attained and dtypes.is_integer(a.dtype) and isinstance(a.size, int):
        return int(bounds.high - bounds.low) + 1
    return ANY


@function("numpy.partition")
def partition(a: Array, kth: Any, axis: Any = -1, *_: Any, **__: Any) -> Array:
    return sort(a, axis)


@function("numpy.argpartition")
def argpartition(a: Array, kth: Any, axis: Any = -1, *_: Any, **__: Any) -> Array:
    return argsort(a, axis)


@function("numpy.sort")
def sort(a: Array, axis: Any = -1, **_: Any) -> Array:
    if axis is None:
        return ravel(a).like(content=None)
    along = as_int(axis)
    if along is not None:
        normalize_axis(along, a.rank)
    return a.like(content=None, one_hot=False, node=None)


@function("numpy.argsort", "numpy.ndarray.argsort")
def argsort(a: Array, axis: Any = -1, *_: Any, **__: Any) -> Array:
    along = as_int(axis)
    if axis is None or (a.shape == () and along in (0, -1)):
        return Array((a.size,), "int64")
    if along is None or a.shape is None:
        return Array(a.shape, "int64")
    position = normalize_axis(along, len(a.shape))
    size = a.shape[position] if position is not None else ANY
    return Array(a.shape, "int64", Interval(0, size - 1, False) if isinstance(size, int) and size > 0 else None)


@function("numpy.searchsorted")
def searchsorted(a: Array, v: Array, side: Any = "left", *_: Any, **__: Any) -> Array:
    return Array(v.shape, "int64")


@function("numpy.digitize")
def digitize(x: Array, bins: Array, right: Any = False) -> Array:
    return Array(
        x.shape, "int64", Interval(0, bins.shape[0], False) if bins.shape and isinstance(bins.shape[0], int) else None
    )


@function("numpy.interp")
def interp(x: Array, xp: Array, fp: Array, left: Any = None, right: Any = None, period: Any = None) -> Array:
    return Array(x.shape, "float64", within(fp.interval) if left is None and right is None else None)


@function("numpy.isin", "numpy.in1d")
def isin(element: Array, test_elements: Any, *_: Any, **__: Any) -> Array:
    return Array(element.shape, "bool", Interval(0, 1, False))


@function("numpy.allclose")
def allclose(a: Any, b: Any, *_: Any, **__: Any) -> Array:
    return array_equal(a, b)


@function("numpy.array_equal", "numpy.array_equiv")
def array_equal(a1: Any, a2: Any, *_: Any, **__: Any) -> Array:
    return Array((), "bool", Interval(0, 1, False))


@function("numpy.histogram")
def histogram(a: Array, bins: Any = 10, *_: Any, **__: Any) -> Any:
    count = as_int(bins)
    size = count if count is not None else ANY
    return Array((size,), "int64"), Array((size + 1 if isinstance(size, int) else ANY,), dtypes.divided(a.dtype))
