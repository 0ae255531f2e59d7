"""numpy's routines that join several arrays, and cut one into several."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...values import axes as axis_arithmetic
from ...values import dtype as dtypes
from ...values.arithmetic import concatenate as concatenate_shapes
from ...values.arithmetic import nonnegative_axis, normalize_axis
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, subtract
from ...values.interval import Interval, hull
from ...values.mismatch import Mismatch
from ...values.reference import Many
from ...values.unknown import Unknown
from ..arguments import as_int, joint_kind
from ..coercion import as_array, as_arrays
from ..registry import function
from .indexing import sliced
from .intervals import spread, within
from .manipulation import atleast_1d, atleast_2d, atleast_3d, ravel


def joined(arrays: Sequence[Array], shape: Shape | None, dtype: Any = None) -> Array:
    """The elements of all of them in one array of this shape."""
    element = arrays[0].dtype
    interval = arrays[0].interval
    for a in arrays[1:]:
        element = dtypes.promote(element, a.dtype)
        interval = _together(interval, a.interval)
    if dtype is not None:
        element = dtypes.as_dtype(dtype)
    return Array(shape, element, interval, kind=joint_kind(*arrays), one_hot=all(a.one_hot for a in arrays))


def _together(a: Interval | None, b: Interval | None) -> Interval | None:
    """Attained where both are over the same bounds: else some part of the result lies within its own."""
    both = hull(a, b)
    return both if a == b or both is None else replace(both, attained=False)


def _checked(arrays: list[Array], what: str) -> list[Array]:
    if not arrays:
        raise Mismatch("array-shapes", "at least one array", 0, operation=what)
    return arrays


def _listed(arrays: Any, axis: Any) -> list[Array] | Array | Unknown:
    """The members; of a list of unknown content joined along the first axis, the array that comes of it."""
    if not isinstance(arrays, Many) or axis != 0:
        return as_arrays(arrays)
    element = as_array(arrays.element)
    if isinstance(element, Unknown) or not element.shape:
        return Unknown(arrays.reason)
    return element.like(shape=(ANY, *element.shape[1:]), interval=within(element.interval), content=None, origin=None)


@function("numpy.concatenate", "numpy.concat")
def concatenate(arrays: Any, axis: Any = 0, out: Any = None, dtype: Any = None, **_: Any) -> Array | Unknown:
    parts = _listed(arrays, axis)
    return joined_along(parts, axis, dtype) if isinstance(parts, list) else parts


def joined_along(arrays: list[Array], axis: Any = 0, dtype: Any = None) -> Array:
    """The arrays joined along an axis that they have."""
    parts = [ravel(a) for a in arrays] if axis is None else arrays
    if any(a.shape == () for a in _checked(parts, "concatenate")):
        raise Mismatch("array-shapes", 1, (), operation="concatenate", scalar=True)
    along = 0 if axis is None else as_int(axis)
    result = joined(parts, concatenate_shapes([a.shape for a in parts], along), dtype)
    rank = result.rank or 0
    return result.like(one_hot=result.one_hot and along is not None and along % max(rank, 1) != rank - 1)


@function("numpy.append")
def append(arr: Array, values: Array, axis: Any = None) -> Array:
    return joined_along([arr, values], axis)


@function("numpy.stack")
def stack(arrays: Any, axis: Any = 0, out: Any = None, *, dtype: Any = None, **_: Any) -> Array | Unknown:
    if isinstance(arrays, Many):
        return as_array(arrays) if axis == 0 else Unknown(arrays.reason)
    parts = as_arrays(arrays)
    return parts if isinstance(parts, Unknown) else stacked(parts, axis, dtype)


def stacked(arrays: list[Array], axis: Any = 0, dtype: Any = None) -> Array:
    """The arrays along an axis that none of them has."""
    along = as_int(axis)
    shapes = [a.shape for a in _checked(arrays, "stack")]
    result = joined(arrays, None if along is None else axis_arithmetic.stack(shapes, along), dtype)
    return result.like(one_hot=result.one_hot and along == 0)


def _grown(tup: list[Array], grow: Any) -> list[Array]:
    return [grow(a) for a in _checked(tup, "stack")]


@function("numpy.vstack", "numpy.row_stack")
def vstack(tup: Any, *, dtype: Any = None, **_: Any) -> Array | Unknown:
    if isinstance(tup, Many):
        element = as_array(tup.element)
        return as_array(tup) if isinstance(element, Array) and element.rank == 1 else concatenate(tup)
    parts = as_arrays(tup)
    return parts if isinstance(parts, Unknown) else stacked_rows(parts, dtype)


def stacked_rows(tup: list[Array], dtype: Any = None) -> Array:
    """Arrays of rank 1 as rows; others joined along the first axis."""
    return joined_along(_grown(tup, atleast_2d), 0, dtype=dtype)


@function("numpy.hstack")
def hstack(tup: list[Array], *, dtype: Any = None, **_: Any) -> Array:
    parts = _grown(tup, atleast_1d)
    if parts[0].shape is None:
        return joined(parts, None, dtype)
    return joined_along(parts, 0 if len(parts[0].shape) == 1 else 1, dtype=dtype)


@function("numpy.dstack")
def dstack(tup: list[Array]) -> Array:
    return joined_along(_grown(tup, atleast_3d), 2)


@function("numpy.column_stack")
def column_stack(tup: list[Array]) -> Array:
    return joined_along([_as_column(a) for a in _checked(tup, "column_stack")], 1)


def _as_column(a: Array) -> Array:
    if a.shape is None or len(a.shape) >= 2:
        return a
    return a.reshaped((a.size, 1))


@function("numpy.split")
def split(ary: Array, indices_or_sections: Any, axis: Any = 0) -> Any:
    sections, along = as_int(indices_or_sections), as_int(axis)
    if ary.shape is None or along is None:
        return Unknown("the parts of an array of unknown rank")
    if sections is not None:
        shape = axis_arithmetic.split(ary.shape, sections, along)
        return [_part(ary, shape)] * sections
    return _split_at(ary, indices_or_sections, along)


def _part(ary: Array, shape: Shape) -> Array:
    return Array(shape, ary.dtype, spread(ary.interval, ary.dtype, shape), kind=ary.kind)


def _split_at(ary: Array, indices: Any, axis: int) -> Any:
    """The parts between the given places."""
    places = indices.content if isinstance(indices, Array) else indices
    if not isinstance(places, (list, tuple)) or ary.shape is None:
        return Unknown("where the array is split")
    position = nonnegative_axis(axis, len(ary.shape))
    bounds = [0, *places, None]
    sizes = [sliced(ary.shape[position], slice(p, q)) for p, q in itertools.pairwise(bounds)]
    return [_part(ary, axis_arithmetic.with_size(ary.shape, position, size)) for size in sizes]


@function("numpy.unstack")
def unstack(x: Array, *, axis: Any = 0) -> Any:
    along = as_int(axis)
    if x.shape is None or along is None:
        return Unknown("the parts of an array of unknown rank")
    position = nonnegative_axis(along, len(x.shape))
    count = x.shape[position]
    if not isinstance(count, int):
        return Unknown("an unknown number of arrays")
    return (_part(x, axis_arithmetic.reduce(x.shape, (position,), keepdims=False)),) * count


@function("numpy.array_split")
def array_split(ary: Array, indices_or_sections: Any, axis: Any = 0) -> Any:
    sections, along = as_int(indices_or_sections), as_int(axis)
    if sections is None or along is None or ary.shape is None:
        return split(ary, indices_or_sections, axis)
    if sections <= 0:
        raise Mismatch("array-shapes", 1, sections, operation="array_split")
    position = nonnegative_axis(along, len(ary.shape))
    size = ary.shape[position]
    lengths: list[Dim] = [
        size // sections + (i < size % sections) if isinstance(size, int) else ANY for i in range(sections)
    ]
    return [_part(ary, axis_arithmetic.with_size(ary.shape, position, n)) for n in lengths]


def _split_along(ary: Array, indices_or_sections: Any, axis: int, least: int) -> Any:
    if ary.shape is not None and len(ary.shape) < least:
        raise Mismatch("array-shapes", least, ary.shape, operation="split")
    return split(ary, indices_or_sections, axis)


@function("numpy.vsplit")
def vsplit(ary: Array, indices_or_sections: Any) -> Any:
    return _split_along(ary, indices_or_sections, 0, 2)


@function("numpy.hsplit")
def hsplit(ary: Array, indices_or_sections: Any) -> Any:
    return _split_along(ary, indices_or_sections, 0 if ary.rank == 1 else 1, 1)


@function("numpy.dsplit")
def dsplit(ary: Array, indices_or_sections: Any) -> Any:
    return _split_along(ary, indices_or_sections, 2, 3)


@function("numpy.delete")
def delete(arr: Array, obj: Any, axis: Any = None) -> Array:
    flat, along = _flat_or_along(arr, axis)
    if flat.shape is None or along is None:
        return Array(None, arr.dtype)
    index = as_int(obj)
    size = flat.shape[along]
    if index is not None and isinstance(size, int) and not -size <= index < size:
        raise Mismatch("array-shapes", size, index, shape=flat.shape, axis=along, operation="index")
    left = subtract(size, 1) if index is not None else _without(size, obj)
    return flat.with_shape(*axis_arithmetic.with_size(flat.shape, along, left))


def _without(size: Dim, places: Any) -> Dim:
    """What is left when those places are taken out, each once."""
    array = as_array(places)
    content = array.content if isinstance(array, Array) and array.dtype != "bool" else None
    if (
        content is None
        or not isinstance(size, int)
        or not all(isinstance(p, int) and -size <= p < size for p in content)
    ):
        return ANY
    return size - len({p % size for p in content})


@function("numpy.insert")
def insert(arr: Array, obj: Any, values: Any, axis: Any = None) -> Array:
    flat, along = _flat_or_along(arr, axis)
    if flat.shape is None or along is None:
        return Array(None, arr.dtype)
    one = as_int(obj) is not None and isinstance(added := as_array(values), Array) and added.shape == ()
    grown = ANY if not one else _plus_one(flat.shape[along])
    return flat.with_shape(*axis_arithmetic.with_size(flat.shape, along, grown))


def _plus_one(size: Dim) -> Dim:
    return subtract(size, -1)


def _flat_or_along(arr: Array, axis: Any) -> tuple[Array, int | None]:
    """The array whose axis is meant: flattened where none is given."""
    if axis is None:
        return ravel(arr), 0
    along = as_int(axis)
    return arr, along if along is None or arr.shape is None else normalize_axis(along, len(arr.shape))
