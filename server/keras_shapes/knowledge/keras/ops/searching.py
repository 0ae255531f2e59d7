"""keras.ops: what looks up, counts and orders elements. Source: keras/src/ops/numpy.py."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import normalize_axis
from ....values.array import Array
from ....values.axes import with_size
from ....values.dim import ANY, Dim
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import as_flag, as_int, joint_kind, refuse
from ...coercion import Tensor, as_tensor
from ...numpy import selection
from .elements import BECOMES
from .naming import dim, dims, free, joint_dtype, op


@op("nonzero")
def nonzero(x: Tensor) -> Any:
    if x.shape is None:
        return Unknown("positions")
    if x.kind != "symbolic":
        x.require_min_rank(1, "array-shapes")
    return tuple(Array((free(x),), "int32", kind=x.kind) for _ in x.shape)


@op("argpartition")
def argpartition(x: Tensor, kth: Any, axis: Any = -1) -> Array:
    along = as_int(axis)
    if along is not None and x.kind != "symbolic":
        normalize_axis(along, x.rank)
    return Array((x.size,) if axis is None else x.shape, "int32", kind=x.kind)


@op("searchsorted")
def searchsorted(sorted_sequence: Tensor, values: Tensor, side: Any = "left") -> Array:
    if sorted_sequence.shape is not None and len(sorted_sequence.shape) != 1:
        raise Mismatch("array-shapes", 1, sorted_sequence.shape, operation="searchsorted")
    kind = joint_kind(sorted_sequence, values)
    if kind != "symbolic":
        shape = values.require_min_rank(1, "array-shapes")
        if shape is not None and any(isinstance(n, int) and n != 1 for n in shape[:-1]):
            raise Mismatch("array-shapes", 1, shape, operation="searchsorted")
        if sorted_sequence.dtype and values.dtype and sorted_sequence.dtype != values.dtype:
            raise Mismatch("array-shapes", sorted_sequence.dtype, values.dtype, operation="searchsorted")
    # Positions in a sequence of unknown length may need more bits.
    dtype = "int64" if sorted_sequence.shape == (None,) else "int32"
    return Array(values.shape, dtype, kind=kind)


@op("digitize")
def digitize(x: Tensor, bins: Tensor) -> Array:
    if bins.shape is not None and len(bins.shape) > 1:
        raise Mismatch("array-shapes", 1, bins.shape, operation="digitize")
    return Array(x.shape, "int32", kind=x.kind)


@op("histogram")
def histogram(x: Tensor, bins: Any = 10, range: Any = None) -> Any:
    count = as_int(bins)
    if count is None:
        return Unknown("how many bins there are")
    if x.kind != "symbolic":
        x.require_rank(1, "array-shapes")
    return Array((count,), x.dtype, kind=x.kind), Array((count + 1,), x.dtype, kind=x.kind)


@op("isin")
def isin(x1: Tensor, x2: Tensor, assume_unique: Any = False, invert: Any = False) -> Array:
    return Array(x1.shape, "bool", Interval(0, 1, False), kind=joint_kind(x1, x2))


@op("unique")
def unique(
    x: Tensor, sorted: Any = True, return_index: Any = False, return_inverse: Any = False, return_counts: Any = False,
    axis: Any = None, size: Any = None, fill_value: Any = None,
) -> Any:  # fmt: skip
    refuse("unique", x, "bc")
    along, flags = as_int(axis), [as_flag(f) for f in (return_index, return_inverse, return_counts)]
    count = selection.different(x) if size is None and x.kind != "symbolic" and axis is None else dim(size)
    if (axis is not None and along is None) or None in flags or x.shape is None:
        return Unknown("what unique returns")
    if x.kind != "symbolic" and size is None and count is None:
        count = ANY
    values = (count,) if along is None else with_size(x.shape, along, count)
    inverse = x.shape if along is None else (x.shape[along],)
    extra = [Array((count,), "int32", kind=x.kind), Array(inverse, "int32", kind=x.kind)]
    extra.append(extra[0])
    results = [Array(values, x.dtype, x.interval, kind=x.kind), *(e for e, f in zip(extra, flags) if f)]
    return results[0] if len(results) == 1 else tuple(results)


@op("unravel_index")
def unravel_index(indices: Any, shape: Any) -> Any:
    """One array of positions for each axis of `shape`."""
    sizes, positions = dims(shape), as_tensor(indices)
    if sizes is None or isinstance(positions, Unknown):
        return Unknown("positions")
    if positions.kind == "symbolic" and None in sizes:
        return Unknown("positions in a tensor of unknown size")
    dtype = "" if positions.kind == "symbolic" else positions.dtype
    return tuple(Array(positions.shape, dtype, kind=positions.kind) for _ in sizes)


@op("select")
def select(condlist: Any, choicelist: Any, default: Any = 0) -> Array:
    """The first choice's shape and type in a graph; on data, what all of them broadcast to."""
    choices = [as_tensor(c) for c in choicelist] if isinstance(choicelist, (list, tuple)) else []
    known = [c for c in choices if isinstance(c, Array)]
    if not known or len(known) < len(choices):
        return Array(None, kind="tensor")
    shapes = {c.shape for c in known}
    shape = known[0].shape if len(shapes) == 1 or known[0].kind == "symbolic" else None
    alike = len({c.dtype for c in known}) == 1
    return Array(shape, known[0].dtype if alike and default == 0 else "", kind=joint_kind(*known))


@op("correlate")
def correlate(x1: Tensor, x2: Tensor, mode: Any = "valid") -> Array:
    sizes = [t.require_rank(1, "array-shapes")[0] for t in (x1, x2)]
    dtype = BECOMES["wide"](joint_dtype([x1, x2]))
    numbers = [s for s in sizes if isinstance(s, int)]
    if len(numbers) < 2 or 0 in numbers:
        return Array((free(x1, x2),), dtype, kind=joint_kind(x1, x2))
    short, long = min(numbers), max(numbers)
    lengths: dict[str, Dim] = {"full": long + short - 1, "same": long, "valid": long - short + 1}
    length = lengths.get(mode, ANY) if isinstance(mode, str) else ANY
    return Array((length,), dtype, kind=joint_kind(x1, x2))
