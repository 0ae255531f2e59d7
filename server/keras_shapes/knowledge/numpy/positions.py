"""numpy's routines that make, order and turn positions, and what counts into bins."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array
from ...values.dim import ANY, Dim, add
from ...values.interval import Interval
from ...values.unknown import Unknown
from ..arguments import as_int, as_shape, as_size, refuse
from ..coercion import as_array
from ..registry import function
from .selection import argsort


def _places(count: Dim, axes: int) -> tuple[Array, ...]:
    return tuple(Array((count,), "int64") for _ in range(axes))


@function("numpy.ix_")
def ix_(*args: Any) -> Any:
    """Each sequence along an axis of its own."""
    arrays = [as_array(a) for a in args]
    if any(isinstance(a, Unknown) for a in arrays):
        return Unknown("positions")
    known = [a for a in arrays if isinstance(a, Array)]
    shapes = [tuple(_length(a) if i == j else 1 for j in range(len(known))) for i, a in enumerate(known)]
    return tuple(Array(s, "int64" if a.dtype == "bool" else a.dtype, a.interval) for s, a in zip(shapes, known))


def _length(a: Array) -> Dim:
    """How many there are; of a mask only its elements tell."""
    return ANY if a.dtype == "bool" else a.size


@function("numpy.diag_indices")
def diag_indices(n: Any, ndim: Any = 2) -> Any:
    axes = as_int(ndim)
    return Unknown("positions") if axes is None else _places(as_size(n), axes)


@function("numpy.diag_indices_from")
def diag_indices_from(arr: Array) -> Any:
    return Unknown("positions") if not arr.shape else _places(arr.shape[0], len(arr.shape))


@function("numpy.tril_indices")
def tril_indices(n: Any, k: Any = 0, m: Any = None) -> Any:
    rows, columns, offset = as_int(n), as_int(n if m is None else m), as_int(k)
    if rows is None or columns is None or offset is None:
        return _places(ANY, 2)
    return _places(sum(min(max(i + offset + 1, 0), columns) for i in range(rows)), 2)


@function("numpy.triu_indices")
def triu_indices(n: Any, k: Any = 0, m: Any = None) -> Any:
    rows, columns, offset = as_int(n), as_int(n if m is None else m), as_int(k)
    if rows is None or columns is None or offset is None:
        return _places(ANY, 2)
    return _places(sum(min(max(columns - i - offset, 0), columns) for i in range(rows)), 2)


@function("numpy.tril_indices_from")
def tril_indices_from(arr: Array, k: Any = 0) -> Any:
    rows, columns = arr.require_rank(2, "array-shapes")
    return tril_indices(rows, k, columns)


@function("numpy.triu_indices_from")
def triu_indices_from(arr: Array, k: Any = 0) -> Any:
    rows, columns = arr.require_rank(2, "array-shapes")
    return triu_indices(rows, k, columns)


@function("numpy.unravel_index")
def unravel_index(indices: Array, shape: Any, order: Any = "C") -> Any:
    sizes = as_shape(shape)
    return Unknown("positions") if sizes is None else tuple(Array(indices.shape, "int64") for _ in sizes)


@function("numpy.ravel_multi_index")
def ravel_multi_index(multi_index: Any, dims: Any, mode: Any = "raise", order: Any = "C") -> Array:
    first = as_array(multi_index[0]) if isinstance(multi_index, (list, tuple)) and multi_index else None
    return Array(first.shape if isinstance(first, Array) else None, "int64")


@function("numpy.lexsort")
def lexsort(keys: Any, axis: Any = -1) -> Array:
    array = as_array(keys)
    shape = array.shape[1:] if isinstance(array, Array) and array.shape else None
    return Array(shape, "int64")


@function("numpy.histogram2d")
def histogram2d(x: Array, y: Array, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None) -> Any:
    count = as_int(bins)
    size: Dim = ANY if count is None else count
    edges = Array((add(size, 1),), "float64")
    return Array((size, size), "float64"), edges, edges


@function("numpy.histogram_bin_edges")
def histogram_bin_edges(a: Array, bins: Any = 10, range: Any = None, weights: Any = None) -> Array:
    count = as_int(bins)
    return Array((ANY if count is None else count + 1,), dtypes.divided(a.dtype))


@function("numpy.histogramdd")
def histogramdd(sample: Any, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None) -> Unknown:
    return Unknown("bins of several axes")


@function("numpy.ndarray.searchsorted")
def searchsorted(self: Array, v: Array, side: Any = "left", sorter: Any = None) -> Array:
    return Array(v.shape, "int64")


@function("numpy.ndarray.argpartition")
def argpartition(self: Array, kth: Any, axis: Any = -1, kind: Any = "introselect", order: Any = None) -> Array:
    return argsort(self, axis)


@function("numpy.packbits")
def packbits(a: Array, axis: Any = None, bitorder: Any = "big") -> Array:
    refuse("packbits", a, "fc")
    size = a.size if axis is None else None
    return Array((-(-size // 8),) if isinstance(size, int) else None, "uint8")


@function("numpy.unpackbits")
def unpackbits(a: Array, axis: Any = None, count: Any = None, bitorder: Any = "big") -> Array:
    size = a.size if axis is None and count is None else None
    return Array((size * 8,) if isinstance(size, int) else None, "uint8", Interval(0, 1, False))
