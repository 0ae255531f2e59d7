"""numpy's routines on sets of elements, and those that choose by a condition."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import normalize_axis
from ...values.array import Array
from ...values.dim import ANY
from ...values.interval import hull
from ...values.unknown import Unknown
from ..arguments import as_flag, as_int
from ..registry import function
from .intervals import within
from .selection import unique


def _some_of(*arrays: Array) -> Array:
    """Some elements of these, flat; which ones, only they tell."""
    dtype, bounds = arrays[0].dtype, arrays[0].interval
    for a in arrays[1:]:
        dtype, bounds = dtypes.promote(dtype, a.dtype), hull(bounds, a.interval)
    return Array((ANY,), dtype, within(bounds))


@function("numpy.intersect1d")
def intersect1d(ar1: Array, ar2: Array, assume_unique: Any = False, return_indices: Any = False) -> Any:
    common, flag = _some_of(ar1, ar2), as_flag(return_indices)
    if flag is None:
        return Unknown("what intersect1d returns")
    return (common, Array((ANY,), "int64"), Array((ANY,), "int64")) if flag else common


@function("numpy.union1d")
def union1d(ar1: Array, ar2: Array) -> Array:
    return _some_of(ar1, ar2)


@function("numpy.setxor1d")
def setxor1d(ar1: Array, ar2: Array, assume_unique: Any = False) -> Array:
    return _some_of(ar1, ar2)


@function("numpy.setdiff1d")
def setdiff1d(ar1: Array, ar2: Array, assume_unique: Any = False) -> Array:
    return _some_of(ar1)


@function("numpy.unique_values")
def unique_values(x: Array) -> Any:
    return unique(x)


@function("numpy.unique_counts")
def unique_counts(x: Array) -> Any:
    return unique(x, return_counts=True)


@function("numpy.unique_inverse")
def unique_inverse(x: Array) -> Any:
    return unique(x, return_inverse=True)


@function("numpy.unique_all")
def unique_all(x: Array) -> Any:
    return unique(x, return_index=True, return_inverse=True, return_counts=True)


@function("numpy.compress")
def compress(condition: Array, a: Array, axis: Any = None, out: Any = None) -> Array:
    """The places where the condition holds, along an axis."""
    condition.require_rank(1, "array-shapes")
    if axis is None:
        return Array((ANY,), a.dtype, within(a.interval), kind=a.kind)
    along = as_int(axis)
    if a.shape is None or along is None:
        return a.unranked()
    position = normalize_axis(along, len(a.shape))
    shape = tuple(ANY if i == position else d for i, d in enumerate(a.shape))
    return Array(shape, a.dtype, within(a.interval), kind=a.kind)


@function("numpy.ndarray.compress")
def method_compress(self: Array, condition: Array, axis: Any = None, out: Any = None) -> Array:
    return compress(condition, self, axis)


@function("numpy.extract")
def extract(condition: Array, arr: Array) -> Array:
    return Array((ANY,), arr.dtype, within(arr.interval))


@function("numpy.trim_zeros")
def trim_zeros(filt: Array, trim: Any = "fb", axis: Any = None) -> Array:
    return Array(None if filt.shape is None else (ANY,) * len(filt.shape), filt.dtype, within(filt.interval))


@function("numpy.ndarray.choose")
def choose(self: Array, choices: Any, out: Any = None, mode: Any = "raise") -> Unknown:
    return Unknown("depends on elements")
