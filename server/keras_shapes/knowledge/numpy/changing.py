"""What changes an array in place: its shape stays (save `resize`), its bounds widen to hold what was written."""

from __future__ import annotations

import math
from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import normalize_axis
from ...values.array import Array
from ...values.axes import broadcast_to
from ...values.interval import Interval, hull
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int, as_shape
from ..coercion import as_array
from ..registry import function
from ..run import Run
from . import intervals
from .elementwise import cast_to
from .indexing import index

_ORDER = "buifc"


_NUMBERS = ("float", "int", "uint", "bool", "complex")


def written(a: Array, key: Any, value: Any) -> Array:
    """The array after `a[key] = value`. Raises Mismatch where there is no such place, or the value does not fit it."""
    place, source = index(a, key), as_array(value)
    if isinstance(source, Array) and isinstance(place, Array) and not _is_masked(key):
        _check_fits(source, place)
    changed = overwritten(a, source, whole=key is Ellipsis or (isinstance(key, slice) and key == slice(None)))
    content = a.content
    if content is None or not isinstance(key, int) or not isinstance(source, Array) or source.shape != ():
        return changed
    number = cast_to(source, a.dtype).content
    at = key % len(content)
    return changed.like(content=(*content[:at], *number, *content[at + 1 :])) if number else changed


def _is_masked(key: Any) -> bool:
    """A mask takes as many values as it has places, which only its elements tell."""
    return any(isinstance(k, Array) and k.dtype in ("bool", "") for k in (key if isinstance(key, tuple) else (key,)))


def _check_fits(source: Array, place: Array) -> None:
    """Raises Mismatch where the source cannot be broadcast to the place; leading axes of 1 are passed over."""
    if source.shape is None or place.shape is None or not (place.dtype or "").startswith(_NUMBERS):
        # A place of an array of objects, or of records, takes a whole sequence.
        return
    shape = source.shape
    while len(shape) > len(place.shape) and shape[0] == 1:
        shape = shape[1:]
    try:
        broadcast_to(shape, place.shape)
    except Mismatch:
        raise Mismatch("array-shapes", place.shape, source.shape, operation="assignment") from None


def overwritten(a: Array, source: Array | Unknown, whole: bool = False) -> Array:
    """The array with elements of the source in some places, or in all of them."""
    bounds = None
    if isinstance(source, Array):
        bounds = intervals.cast(source.interval, source.dtype, a.dtype)
        if not whole:
            bounds = intervals.within(hull(a.interval, bounds))
    return a.like(content=None, interval=bounds, one_hot=False)


def updated(op: str, a: Array, result: Array) -> Array:
    """`a op= …`, given what `a op …` is: the same shape and type. Raises Mismatch where that cannot be."""
    if a.shape is not None and result.shape is not None:
        try:
            broadcast_to(result.shape, a.shape)
        except Mismatch:
            raise Mismatch("array-shapes", a.shape, result.shape, operation=f"{op}=") from None
    before, after = dtypes.kind(a.dtype), dtypes.kind(result.dtype)
    if before and after and _ORDER.index(after) > _ORDER.index(before):
        raise Mismatch("array-shapes", result.dtype, a.dtype, operation=f"{op}=", cast=True)
    dtype = a.dtype or result.dtype
    return result.like(dtype=dtype, shape=a.shape, interval=intervals.fitted(result.interval, dtype))


@function("numpy.ndarray.fill")
def fill(self: Array, value: Any, *, run: Run) -> None:
    number = as_array(value)
    _change(run, self, overwritten(self, number, whole=True))


def _change(run: Run | None, old: Array, new: Array) -> None:
    if run is not None:
        run.change(old, new)


def _reordered(a: Array, along_first: bool = False) -> Array:
    """The same elements in another order."""
    return a.like(content=None, one_hot=a.one_hot and along_first)


@function("numpy.ndarray.sort")
def sort(self: Array, axis: Any = -1, kind: Any = None, order: Any = None, *, run: Run, **_: Any) -> None:
    along = as_int(axis)
    if along is not None:
        normalize_axis(along, self.rank)
    content = self.content
    known = content is not None and all(isinstance(c, (int, float)) and not math.isnan(c) for c in content)
    changed = _reordered(self)
    _change(run, self, changed.like(content=tuple(sorted(content))) if content is not None and known else changed)


@function("numpy.ndarray.partition")
def partition(self: Array, kth: Any, axis: Any = -1, kind: Any = "introselect", order: Any = None, *, run: Run) -> None:
    _change(run, self, _reordered(self))


@function("numpy.random.shuffle", "numpy.random.RandomState.shuffle", "numpy.random.Generator.shuffle")
def shuffle(*arguments: Any, run: Run, **_: Any) -> None:
    """Exchanges rows: each row stays what it is."""
    x = next((a for a in arguments if isinstance(a, Array)), None)
    if x is not None:
        _change(run, x, _reordered(x, along_first=x.rank is not None and x.rank > 1))


@function("numpy.ndarray.resize")
def resize(self: Array, *new_shape: Any, refcheck: Any = True, run: Run) -> None:
    """Cut off, or filled up with zeros."""
    shape = as_shape(new_shape[0] if len(new_shape) == 1 else new_shape)
    zero = Interval(0, 0)
    bounds = intervals.within(hull(self.interval, zero))
    _change(run, self, self.like(shape=shape, interval=bounds, content=None, one_hot=False, origin=None))


@function("numpy.put")
def put(a: Array, ind: Any, v: Any, mode: Any = "raise", *, run: Run) -> None:
    _change(run, a, overwritten(a, as_array(v)))


@function("numpy.ndarray.put")
def method_put(self: Array, indices: Any, values: Any, mode: Any = "raise", *, run: Run) -> None:
    put(self, indices, values, run=run)


@function("numpy.place")
def place(arr: Array, mask: Any, vals: Any, *, run: Run) -> None:
    put(arr, mask, vals, run=run)


@function("numpy.putmask")
def putmask(a: Array, mask: Any, values: Any, *, run: Run) -> None:
    put(a, mask, values, run=run)


@function("numpy.put_along_axis")
def put_along_axis(arr: Array, indices: Any, values: Any, axis: Any = -1, *, run: Run) -> None:
    put(arr, indices, values, run=run)


@function("numpy.fill_diagonal")
def fill_diagonal(a: Array, val: Any, wrap: Any = False, *, run: Run) -> None:
    if a.shape is not None and len(a.shape) < 2:
        raise Mismatch("array-shapes", 2, a.shape, operation="fill_diagonal", ranks=(2, None))
    put(a, None, val, run=run)


@function("numpy.copyto")
def copyto(dst: Array, src: Any, casting: Any = "same_kind", where: Any = True, *, run: Run) -> None:
    source = as_array(src)
    if isinstance(source, Array):
        _check_fits(source, dst)
    _change(run, dst, overwritten(dst, source, whole=where is True))
