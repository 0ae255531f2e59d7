"""numpy's objects that are only subscripted: r_, c_, mgrid, ogrid, s_."""

from __future__ import annotations

from functools import reduce
from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.dim import Dim
from ...values.reference import Object
from ...values.unknown import Unknown
from ..coercion import as_array
from ..registry import attribute, function
from .creation import arange
from .joining import joined_along


@attribute("numpy.r_")
def r_() -> Object:
    return Object("numpy.r_")


@attribute("numpy.c_")
def c_() -> Object:
    return Object("numpy.c_")


@attribute("numpy.mgrid")
def mgrid() -> Object:
    return Object("numpy.mgrid")


@attribute("numpy.ogrid")
def ogrid() -> Object:
    return Object("numpy.ogrid")


@attribute("numpy.s_", "numpy.index_exp")
def s_() -> Object:
    return Object("numpy.s_")


def _range(key: slice) -> Array | Unknown:
    """`1:5`, `0:1:0.1` as arange makes them, `0:1:5j` as linspace does."""
    start = 0 if key.start is None else key.start
    if isinstance(key.step, complex):
        return Array((int(abs(key.step)),), "float64")
    return arange(start, key.stop, 1 if key.step is None else key.step)


def _parts(key: Any) -> list[Array] | None:
    """Ranges, numbers and arrays as arrays; None where one is no such thing, such as a directive in a string."""
    parts: list[Array] = []
    for part in key if isinstance(key, tuple) else (key,):
        made = _range(part) if isinstance(part, slice) else as_array(part)
        if isinstance(made, Unknown) or made.shape is None or isinstance(part, str):
            return None
        parts.append(made)
    return parts or None


@function("numpy.r_.__getitem__")
def rows(self: Object, key: Any) -> Array | Unknown:
    parts = _parts(key)
    if parts is None:
        return Unknown("what r_ joins")
    result = joined_along([p.reshaped((1,)) if p.shape == () else p for p in parts])
    keys = key if isinstance(key, tuple) else (key,)
    numbers = [k for k in keys if isinstance(k, (int, float, complex))]
    if not numbers or len(numbers) == len(parts):
        return result
    types = [p.dtype for p, k in zip(parts, keys) if not isinstance(k, (int, float, complex))]
    dtype = reduce(dtypes.promote, types)
    for number in numbers:
        dtype = dtypes.with_scalar(dtype, number)  # of Python's numbers only the kind counts
    return result.like(dtype=dtype, content=None)


@function("numpy.c_.__getitem__")
def columns(self: Object, key: Any) -> Array | Unknown:
    parts = _parts(key)
    if parts is None:
        return Unknown("what c_ joins")
    return joined_along([p.reshaped((p.size, 1)) if p.shape is not None and len(p.shape) < 2 else p for p in parts], -1)


def _ranges(key: Any) -> list[Array] | None:
    keys = key if isinstance(key, tuple) else (key,)
    made = [_range(k) if isinstance(k, slice) else Unknown("no range") for k in keys]
    known = [m for m in made if isinstance(m, Array)]
    return known if len(known) == len(made) else None


def _joint(ranges: list[Array]) -> str:
    return "float64" if any(r.dtype == "float64" for r in ranges) else ranges[0].dtype


@function("numpy.mgrid.__getitem__")
def dense_grid(self: Object, key: Any) -> Array | Unknown:
    """Each range along an axis of its own; which coordinate, along the first axis."""
    ranges = _ranges(key)
    if ranges is None:
        return Unknown("a grid")
    sizes: tuple[Dim, ...] = tuple(r.size for r in ranges)
    return Array((len(sizes), *sizes) if isinstance(key, tuple) else sizes, _joint(ranges))


@function("numpy.ogrid.__getitem__")
def open_grid(self: Object, key: Any) -> Any:
    ranges = _ranges(key)
    if ranges is None:
        return Unknown("a grid")
    if not isinstance(key, tuple):
        return ranges[0]
    rank, dtype = len(ranges), _joint(ranges)
    return tuple(Array(tuple(r.size if i == j else 1 for j in range(rank)), dtype) for i, r in enumerate(ranges))


@function("numpy.s_.__getitem__")
def subscript(self: Object, item: Any) -> Any:
    """The key itself, to be used later."""
    return item
