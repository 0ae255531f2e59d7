"""numpy's routines that rearrange an array's axes and elements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values import axes as axis_arithmetic
from ...values.arithmetic import broadcast, nonnegative_axis
from ...values.arithmetic import reshape as reshape_shape
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_axes, as_int, as_shape, as_size, plain, scalar_axes
from ..coercion import as_array
from ..registry import function
from .intervals import within


def _target(newshape: Any) -> Any:
    """A reshape's target as plain sizes, -1 among them; None where its rank is unknown."""
    if isinstance(newshape, Array) and newshape.shape != ():
        return newshape.content
    if isinstance(newshape, (list, tuple)):
        return tuple(plain(s) for s in newshape)
    return as_shape(newshape) if plain(newshape) != -1 else (-1,)


@function("numpy.reshape")
def reshape(a: Array, shape: Any = None, order: Any = "C", *, newshape: Any = None, copy: Any = None) -> Array:
    target = _target(newshape if shape is None else shape)
    if target is None:
        return a.unranked()
    result = a.reshaped(reshape_shape(a.shape, target))
    return result.like(one_hot=a.one_hot and _keeps_last(a.shape, result.shape))


def _keeps_last(before: Shape | None, after: Shape | None) -> bool:
    return bool(before and after and before[-1] == after[-1] and isinstance(after[-1], int))


@function("numpy.ndarray.reshape")
def method_reshape(self: Array, *shape: Any, order: Any = "C", copy: Any = None) -> Array:
    return reshape(self, shape[0] if len(shape) == 1 else shape)


@function("numpy.ravel", "numpy.ndarray.ravel", "numpy.ndarray.flatten")
def ravel(a: Array, order: Any = "C") -> Array:
    return a.reshaped((a.size,)).like(content=a.content)


@function("numpy.resize")
def resize(a: Array, new_shape: Any) -> Array:
    return a.reshaped(as_shape(new_shape))


def permuted(a: Array, axes: Sequence[int] | None) -> Array:
    """The axes in another order, None being reversed."""
    if a.shape is None:
        return a.unranked() if axes is None else a.reshaped((ANY,) * len(axes))
    result = a.reshaped(axis_arithmetic.permute(a.shape, axes))
    return result.like(content=a.content) if len(a.shape) < 2 else result


@function("numpy.transpose", "numpy.permute_dims")
def transpose(a: Array, axes: Any = None) -> Array:
    order = as_axes(axes)
    return a.unranked() if order is None and axes is not None else permuted(a, order)


@function("numpy.ndarray.transpose")
def method_transpose(self: Array, *axes: Any) -> Array:
    return transpose(self, None if not axes else axes[0] if len(axes) == 1 else axes)


@function("numpy.swapaxes", "numpy.ndarray.swapaxes")
def swapaxes(a: Array, axis1: Any, axis2: Any) -> Array:
    first, second = as_int(axis1), as_int(axis2)
    if a.shape is None or first is None or second is None:
        return a.unranked()
    order = list(range(len(a.shape)))
    (p,), (q,) = (axis_arithmetic.normalize_axes((x,), len(order)) for x in (first, second))
    order[p], order[q] = order[q], order[p]
    return permuted(a, order)


@function("numpy.moveaxis")
def moveaxis(a: Array, source: Any, destination: Any) -> Array:
    first, second = as_axes(source), as_axes(destination)
    if a.shape is None or first is None or second is None:
        return a.unranked()
    return permuted(a, axis_arithmetic.moved(len(a.shape), first, second))


@function("numpy.rollaxis")
def rollaxis(a: Array, axis: Any, start: Any = 0) -> Array:
    source, target = as_int(axis), as_int(start)
    if a.shape is None or source is None or target is None:
        return a.unranked()
    (source,) = axis_arithmetic.normalize_axes((source,), len(a.shape))
    target = target + len(a.shape) if target < 0 else target
    return moveaxis(a, source, target - 1 if target > source else target)


@function("numpy.expand_dims")
def expand_dims(a: Array, axis: Any) -> Array:
    axes = as_axes(axis)
    if a.shape is None or axes is None:
        return a.unranked()
    result = a.reshaped(axis_arithmetic.expand(a.shape, axes))
    return result.like(content=a.content if result.rank == 1 else None)


@function("numpy.squeeze", "numpy.ndarray.squeeze")
def squeeze(a: Array, axis: Any = None) -> Array:
    axes = as_axes(axis)
    if a.shape is None or (axes is None and axis is not None):
        return a.unranked()
    return a.reshaped(axis_arithmetic.squeeze(a.shape, scalar_axes(axes, len(a.shape))))


@function("numpy.flip")
def flip(m: Array, axis: Any = None) -> Array:
    axes = as_axes(axis)
    if m.shape is not None and axes is not None:
        axis_arithmetic.normalize_axes(axes, len(m.shape))
    return m.like(content=None, one_hot=False, node=None)


@function("numpy.fliplr")
def fliplr(m: Array) -> Array:
    return flip(m, 1)


@function("numpy.flipud")
def flipud(m: Array) -> Array:
    return flip(m, 0)


@function("numpy.roll")
def roll(a: Array, shift: Any, axis: Any = None) -> Array:
    axes = as_axes(axis)
    return flip(a, axis if axes is None else tuple(set(axes)))


@function("numpy.rot90")
def rot90(m: Array, k: Any = 1, axes: Any = (0, 1)) -> Array:
    pair, turns = as_axes(axes), as_int(k)
    if m.shape is None or pair is None or turns is None:
        return m.unranked()
    if len(m.shape) < 2:
        raise Mismatch("array-shapes", 2, m.shape, operation="rot90")
    return flip(swapaxes(m, *pair) if turns % 2 else m)


@function("numpy.repeat", "numpy.ndarray.repeat")
def repeat(a: Array, repeats: Any, axis: Any = None) -> Array:
    flat = ravel(a) if axis is None or (a.shape == () and as_int(axis) in (0, -1)) else a
    along = 0 if axis is None else as_int(axis)
    if flat.shape is None or along is None:
        return a.unranked()
    position = nonnegative_axis(along, len(flat.shape))
    size = _repeated(flat.shape, position, repeats)
    result = flat.reshaped(axis_arithmetic.with_size(flat.shape, position, size))
    bounds = a.interval if as_int(repeats) else within(a.interval)
    return result.like(interval=bounds, one_hot=a.one_hot and axis == 0)


def _repeated(shape: Shape, axis: int, repeats: Any) -> Dim:
    times = plain(repeats)
    array = as_array(repeats)
    if isinstance(array, Array) and array.shape == (1,) and array.content:
        times = array.content[0]
    elif not (isinstance(array, Array) and array.shape == ()):
        counts = array.content if isinstance(array, Array) else None
        given = array.shape[0] if isinstance(array, Array) and array.shape else ANY
        if isinstance(given, int) and isinstance(shape[axis], int) and given not in (1, shape[axis]):
            raise Mismatch("array-shapes", shape[axis], given, operation="repeat", axis=axis)
        known = counts is not None and len(counts) == shape[axis] and all(isinstance(c, int) for c in counts)
        return sum(counts) if known and counts is not None else ANY
    return axis_arithmetic.tile((shape[axis],), (as_size(times),))[0]


@function("numpy.tile")
def tile(A: Array, reps: Any) -> Array:
    times = as_shape(reps)
    if A.shape is None or times is None:
        return A.unranked()
    return A.reshaped(axis_arithmetic.tile(A.shape, times))


@function("numpy.pad")
def pad(array: Array, pad_width: Any, mode: Any = "constant", **_: Any) -> Array:
    result = Array(array.shape, array.dtype, kind=array.kind)
    if array.shape is None or not isinstance(pad_width, (int, list, tuple)):
        return result.like(shape=None if array.shape is None else (ANY,) * len(array.shape))
    widths = pad_widths(pad_width, len(array.shape))
    return result.like(shape=axis_arithmetic.pad(array.shape, widths))


def pad_widths(width: Any, rank: int) -> list[tuple[Any, Any]]:
    """`2`, `(1, 2)` and `((1, 1), (2, 2))` as a pair for each axis."""
    if isinstance(width, int):
        return [(width, width)] * rank
    pairs = [tuple(w) if isinstance(w, (list, tuple)) else w for w in width]
    if all(isinstance(p, tuple) for p in pairs):
        both = [(p[0], p[-1]) if p else (ANY, ANY) for p in pairs if isinstance(p, tuple)]
        return both * rank if len(both) == 1 else both
    if len(pairs) == 2:
        return [(pairs[0], pairs[1])] * rank
    return [(pairs[0], pairs[0])] * rank if len(pairs) == 1 else [(ANY, ANY)] * rank


@function("numpy.broadcast_to")
def broadcast_to(array: Array, shape: Any, subok: Any = False) -> Array:
    target = as_shape(shape)
    if array.shape is None or target is None:
        return array.reshaped(target)
    return array.reshaped(axis_arithmetic.broadcast_to(array.shape, target))


@function("numpy.broadcast_arrays")
def broadcast_arrays(*args: Any, subok: Any = False) -> Any:
    arrays = [a for a in (as_array(x) for x in args) if isinstance(a, Array)]
    shape: Shape | None = ()
    for a in arrays:
        shape = broadcast(shape, a.shape)
    return tuple(a.reshaped(shape if len(arrays) == len(args) else None) for a in arrays)


@function("numpy.block")
def block(arrays: Any) -> Array:
    array = as_array(arrays)
    return Array(None) if not isinstance(array, Array) or isinstance(arrays, (list, tuple)) else array


@function("numpy.broadcast_shapes")
def broadcast_shapes(*args: Any) -> Any:
    shapes = [as_shape(a) for a in args]
    joint: Shape | None = ()
    for shape in shapes:
        joint = broadcast(joint, shape)
    return Unknown("a shape") if joint is None else joint


@function("numpy.atleast_1d")
def atleast_1d(*arys: Any) -> Any:
    return _at_least(arys, lambda s: s or (1,))


@function("numpy.atleast_2d")
def atleast_2d(*arys: Any) -> Any:
    return _at_least(arys, lambda s: (1,) * (2 - len(s)) + s)


@function("numpy.atleast_3d")
def atleast_3d(*arys: Any) -> Any:
    return _at_least(arys, lambda s: {0: (1, 1, 1), 1: (1, *s, 1), 2: (*s, 1)}.get(len(s), s))


def _at_least(values: Sequence[Any], grow: Any) -> Any:
    arrays = [as_array(v) for v in values]
    grown = tuple(a.reshaped(None if a.shape is None else grow(a.shape)) if isinstance(a, Array) else a for a in arrays)
    return grown[0] if len(grown) == 1 else grown
