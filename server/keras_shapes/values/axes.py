"""What happens to axes: taken away, added, exchanged, joined, cut. numpy, TensorFlow and Keras share these."""

from __future__ import annotations

from collections.abc import Sequence

from .arithmetic import nonnegative_axis
from .array import Shape
from .dim import ANY, Dim, add, agree, floor_divide, multiply, same
from .mismatch import Mismatch

Axes = tuple[int, ...]


def normalize_axes(axes: Sequence[int], rank: int) -> Axes:
    """Non-negative axes. Raises Mismatch("array-shapes") out of range or where one is named twice."""
    found: list[int] = []
    for axis in axes:
        position = nonnegative_axis(axis, rank)
        if position in found:
            raise Mismatch("array-shapes", rank, tuple(axes), axis=True, repeated=axis)
        found.append(position)
    return tuple(found)


def reduce(shape: Shape, axes: Sequence[int] | None, keepdims: bool) -> Shape:
    """The shape after a reduction over `axes`, None being all of them."""
    gone = range(len(shape)) if axes is None else normalize_axes(axes, len(shape))
    if keepdims:
        return tuple(1 if i in gone else d for i, d in enumerate(shape))
    return tuple(d for i, d in enumerate(shape) if i not in gone)


def expand(shape: Shape, axes: Sequence[int]) -> Shape:
    """Axes of size 1 put in, so that they stand at `axes` of the result."""
    rank = len(shape) + len(axes)
    added = normalize_axes(axes, rank)
    rest = iter(shape)
    return tuple(1 if i in added else next(rest) for i in range(rank))


def squeeze(shape: Shape, axes: Sequence[int] | None) -> Shape | None:
    """Axes of size 1 taken out; None where it is not known which are. Raises Mismatch where one is not 1."""
    if axes is None:
        return tuple(d for d in shape if d != 1) if all(isinstance(d, int) for d in shape) else None
    for axis in normalize_axes(axes, len(shape)):
        if same(shape[axis], 1) is False and isinstance(shape[axis], int):
            raise Mismatch("array-shapes", 1, shape, axis=axis, operation="squeeze")
    return reduce(shape, axes, keepdims=False)


def permute(shape: Shape, axes: Sequence[int] | None) -> Shape:
    """The axes in another order; reversed where none is given. Raises Mismatch where it is no order of them."""
    if axes is None:
        return shape[::-1]
    if len(axes) != len(shape):
        raise Mismatch("array-shapes", len(shape), tuple(axes), axis=True, operation="transpose")
    return tuple(shape[a] for a in normalize_axes(axes, len(shape)))


def moved(rank: int, source: Sequence[int], destination: Sequence[int]) -> Axes:
    """The order of axes that moves those at `source` to `destination`, the others keeping theirs."""
    if len(source) != len(destination):
        raise Mismatch("array-shapes", len(source), tuple(destination), axis=True, operation="moveaxis")
    taken, places = normalize_axes(source, rank), normalize_axes(destination, rank)
    order = [i for i in range(rank) if i not in taken]
    for place, axis in sorted(zip(places, taken)):
        order.insert(place, axis)
    return tuple(order)


def stack(shapes: Sequence[Shape | None], axis: int) -> Shape | None:
    """Equal shapes along a new axis. Raises Mismatch where two are proved to differ."""
    known = [s for s in shapes if s is not None]
    if not known:
        return None
    first = known[0]
    for shape in known[1:]:
        if len(shape) != len(first) or any(same(p, q) is False for p, q in zip(first, shape)):
            raise Mismatch("array-shapes", known[0], shape, shapes=tuple(known), operation="stack")
        first = tuple(agree(p, q) for p, q in zip(first, shape))
    position = nonnegative_axis(axis, len(first) + 1)
    return (*first[:position], len(shapes), *first[position:])


def with_size(shape: Shape, axis: int, size: Dim) -> Shape:
    """The shape with another size on one axis."""
    position = nonnegative_axis(axis, len(shape))
    return tuple(size if i == position else d for i, d in enumerate(shape))


def split(shape: Shape, sections: int, axis: int) -> Shape:
    """One of `sections` equal parts. Raises Mismatch where the axis cannot be divided so."""
    position = nonnegative_axis(axis, len(shape))
    size = shape[position]
    if sections <= 0 or (isinstance(size, int) and size % sections):
        raise Mismatch("array-shapes", sections, shape, axis=position, operation="split")
    return with_size(shape, position, None if size is None else floor_divide(size, sections))


def tile(shape: Shape, repeats: Sequence[Dim]) -> Shape:
    """numpy's tile: the shorter of the two is filled up with ones in front."""
    rank = max(len(shape), len(repeats))
    sizes = (*(1,) * (rank - len(shape)), *shape)
    times = (*(1,) * (rank - len(repeats)), *repeats)
    return tuple(multiply(s, t) for s, t in zip(sizes, times))


def pad(shape: Shape, widths: Sequence[tuple[Dim, Dim]] | None) -> Shape:
    """Each axis grown by (before, after); by an unknown number where `widths` is None."""
    if widths is None:
        return (ANY,) * len(shape)
    if len(widths) != len(shape):
        raise Mismatch("array-shapes", len(shape), tuple(widths), operation="pad")
    return tuple(add(d, add(*w)) for d, w in zip(shape, widths))


def broadcast_to(shape: Shape, target: Shape) -> Shape:
    """The target. Raises Mismatch where the shape is proved not to broadcast to it."""
    if len(shape) > len(target):
        raise Mismatch("array-shapes", target, shape, operation="broadcast_to")
    for size, wanted in zip(reversed(shape), reversed(target)):
        if isinstance(size, int) and isinstance(wanted, int) and size not in (1, wanted):
            raise Mismatch("array-shapes", target, shape, operation="broadcast_to")
    return target
