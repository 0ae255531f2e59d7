"""keras.ops: what rearranges, joins, cuts and picks. Source: keras/src/ops/numpy.py, core.py."""

from __future__ import annotations

import itertools
from typing import Any

from ....values import axes as axis_arithmetic
from ....values import dtype as dtypes
from ....values.arithmetic import broadcast, nonnegative_axis, normalize_axis
from ....values.arithmetic import concatenate as concatenate_shapes
from ....values.arithmetic import reshape as reshape_shape
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, subtract
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import as_axes, as_int, as_shape, joint_kind, refuse
from ...coercion import Tensor, as_tensor
from ...numpy import creation as numpy_creation
from ...numpy import joining, linear_algebra, manipulation, selection
from ...numpy.indexing import index
from ...numpy.intervals import within
from .naming import dim, dims, joint_dtype, op, operate


@op("reshape")
def reshape(x: Tensor, newshape: Any) -> Array:
    target = dims(newshape)
    return x.unranked() if target is None else x.reshaped(reshape_shape(x.shape, target))


@op("expand_dims")
def expand_dims(x: Tensor, axis: Any) -> Array:
    return manipulation.expand_dims(x, axis)


@op("squeeze")
def squeeze(x: Tensor, axis: Any = None) -> Array:
    axes = as_axes(axis)
    if x.shape is None or (axes is None and axis is not None):
        return x.unranked()
    if axis is None and x.kind == "symbolic" and all(d is None or isinstance(d, int) for d in x.shape):
        return x.reshaped(tuple(d for d in x.shape if d != 1))  # a graph's None is taken for more than 1
    return x.reshaped(axis_arithmetic.squeeze(x.shape, axes))


@op("transpose")
def transpose(x: Tensor, axes: Any = None) -> Array:
    return manipulation.transpose(x, axes)


@op("swapaxes")
def swapaxes(x: Tensor, axis1: Any, axis2: Any) -> Array:
    return manipulation.swapaxes(x, axis1, axis2)


@op("moveaxis")
def moveaxis(x: Tensor, source: Any, destination: Any) -> Array:
    return manipulation.moveaxis(x, source, destination)


@op("ravel")
def ravel(x: Tensor) -> Array:
    return manipulation.ravel(x)


@op("flip")
def flip(x: Tensor, axis: Any = None) -> Array:
    return manipulation.flip(x, axis)


@op("roll")
def roll(x: Tensor, shift: Any, axis: Any = None) -> Array:
    for along in as_axes(axis) or ():
        if x.kind != "symbolic":
            normalize_axis(along, x.rank)
    return x.like(content=None, one_hot=False, node=None)


@op("rot90")
def rot90(array: Tensor, k: Any = 1, axes: Any = (0, 1)) -> Array:
    # In a graph the two axes are exchanged however often it turns.
    return manipulation.rot90(array, 1 if array.kind == "symbolic" else k, axes)


@op("tile")
def tile(x: Tensor, repeats: Any) -> Array:
    # Inside a layer a batch size of None is a tensor, and repeats as often as it says.
    known = [ANY if n is None else n for n in repeats] if isinstance(repeats, (list, tuple)) else repeats
    times = as_shape(known)
    if x.shape is None or times is None:
        return x.unranked()
    return x.reshaped(axis_arithmetic.tile(x.shape, times))


@op("repeat")
def repeat(x: Tensor, repeats: Any, axis: Any = None) -> Array:
    return manipulation.repeat(x, repeats, axis)


@op("pad")
def pad(x: Tensor, pad_width: Any, mode: Any = "constant", constant_values: Any = None) -> Array:
    if x.shape is None or not isinstance(pad_width, (int, list, tuple)):
        return x.reshaped(None).like(interval=None)
    single = isinstance(pad_width, int) or len(pad_width) == 1
    if single and x.kind != "symbolic" and len(x.shape) != 1:
        # TensorFlow's kernel is handed the one pair as it is.
        raise Mismatch("array-shapes", len(x.shape), 1, operation="pad", kernel=True)
    shape = axis_arithmetic.pad(x.shape, manipulation.pad_widths(pad_width, len(x.shape)))
    return Array(shape, x.dtype, kind=x.kind)


@op("broadcast_to")
def broadcast_to(x: Tensor, shape: Any) -> Array:
    target = dims(shape)
    if x.shape is None or target is None:
        return x.reshaped(target)
    return x.reshaped(axis_arithmetic.broadcast_to(x.shape, target))


@op("concatenate")
def concatenate(xs: list[Tensor], axis: Any = 0) -> Array:
    if len(xs) == 1:
        return xs[0]
    return _joined(xs, concatenate_shapes([x.shape for x in xs], as_int(axis)))


@op("stack")
def stack(x: list[Tensor], axis: Any = 0) -> Array:
    along = as_int(axis)
    result = _joined(x, None if along is None else axis_arithmetic.stack([t.shape for t in x], along))
    # Arrays of numpy's are no tensors yet: of their integers TensorFlow makes int32, along the first axis.
    listed = along == 0 and result.kind != "symbolic" and dtypes.kind(result.dtype) in ("u", "i")
    return result.like(dtype="") if listed else result


def _joined(tensors: list[Array], shape: Shape | None) -> Array:
    if not tensors:
        return Array(None, kind="tensor")
    return joining.joined(tensors, shape, joint_dtype(tensors)).like(one_hot=False, kind=joint_kind(*tensors))


@op("vstack")
def vstack(xs: list[Tensor]) -> Array:
    return joining.stacked_rows(xs).like(dtype=joint_dtype(xs))


@op("hstack")
def hstack(xs: list[Tensor]) -> Array:
    return joining.hstack(xs).like(dtype=joint_dtype(xs))


@op("append")
def append(x1: Tensor, x2: Tensor, axis: Any = None) -> Array:
    return joining.append(x1, x2, axis).like(dtype=joint_dtype([x1, x2]))


@op("split")
def split(x: Tensor, indices_or_sections: Any, axis: Any = 0) -> Any:
    return _split(x, indices_or_sections, axis)


def _split(x: Array, indices_or_sections: Any, axis: Any) -> Any:
    """Equal parts, or those between places, which on data lie inside and rise."""
    along, places = as_int(axis), as_axes(indices_or_sections)
    if isinstance(indices_or_sections, int) or x.shape is None or along is None or places is None:
        return joining.split(x, indices_or_sections, axis)
    position = nonnegative_axis(along, len(x.shape))
    size = x.shape[position]
    ends: list[Dim] = [0, *places, size]
    lengths = [subtract(q, p) for p, q in itertools.pairwise(ends)]
    if any(isinstance(n, int) and n < 0 for n in lengths):
        if x.kind != "symbolic":
            raise Mismatch("array-shapes", size, places, axis=position, operation="split")
        return joining.split(x, indices_or_sections, axis)
    shapes = [axis_arithmetic.with_size(x.shape, position, n) for n in lengths]
    return [Array(s, x.dtype, within(x.interval), kind=x.kind) for s in shapes]


@op("array_split")
def array_split(x: Tensor, indices_or_sections: Any, axis: Any = 0) -> Any:
    along = as_int(axis)
    if x.kind == "symbolic" and x.shape is not None and along is not None and not -len(x.shape) <= along < len(x.shape):
        return Unknown("parts along an axis that there is not")
    parts = joining.array_split(x, indices_or_sections, axis)
    return [_free(p) for p in parts] if isinstance(parts, list) and x.kind == "symbolic" else parts


def _free(x: Array) -> Array:
    """In a graph, what is not known is None."""
    return x if x.shape is None else x.like(shape=tuple(None if d is ANY else d for d in x.shape))


@op("unstack")
def unstack(x: Tensor, num: Any = None, axis: Any = 0) -> Any:
    along = as_int(axis)
    if x.shape is None or along is None:
        return Unknown("the parts of a tensor of unknown rank")
    position = nonnegative_axis(along, len(x.shape))
    size = x.shape[position]
    size = size if num is None else as_int(num)
    if size is None and num is None and x.kind == "symbolic":
        raise Mismatch("array-shapes", "a known size", x.shape, axis=position, operation="unstack")
    if not isinstance(size, int):
        return Unknown("an unknown number of tensors")
    return [x.reshaped(axis_arithmetic.reduce(x.shape, (position,), keepdims=False))] * size


@op("slice")
def slice_(inputs: Tensor, start_indices: Any, shape: Any) -> Array:
    sizes = dims(shape)
    if inputs.shape is None or sizes is None:
        return inputs.reshaped(sizes).like(interval=within(inputs.interval))
    made: list[Dim] = [ANY if s == -1 else s for s in sizes]
    return Array(tuple(made), inputs.dtype, within(inputs.interval), kind=inputs.kind)


@op("get_item")
def get_item(x: Tensor, key: Any) -> Any:
    return index(x, key)


@op("take")
def take(x: Tensor, indices: Tensor, axis: Any = None) -> Array:
    """Unlike numpy's, indices out of range are not looked for."""
    flat = manipulation.ravel(x) if axis is None else x
    along = 0 if axis is None else as_int(axis)
    if flat.shape is None or indices.shape is None or along is None:
        return Array(None, x.dtype, within(x.interval), kind=joint_kind(x, indices))
    position = nonnegative_axis(along, len(flat.shape))
    shape = flat.shape[:position] + indices.shape + flat.shape[position + 1 :]
    return Array(shape, x.dtype, within(x.interval), kind=joint_kind(x, indices))


@op("take_along_axis")
def take_along_axis(x: Tensor, indices: Tensor, axis: Any = None) -> Array:
    return selection.take_along_axis(x, indices, axis).like(kind=joint_kind(x, indices))


@op("where")
def where(condition: Tensor, x1: Any = None, x2: Any = None) -> Any:
    if x1 is None and x2 is None:
        return Unknown("positions")
    both = operate("+", x1, x2)
    if isinstance(both, Unknown):
        return Array(None, kind=condition.kind)
    first, second = as_tensor(x1), as_tensor(x2)
    shape = broadcast(condition.shape, both.shape)
    bounds = None
    if isinstance(first, Array) and isinstance(second, Array) and first.interval and second.interval:
        low, high = first.interval, second.interval
        bounds = Interval(min(low.low, high.low), max(low.high, high.high), False)
    return Array(shape, both.dtype, bounds, kind=joint_kind(condition, both))


@op("sort")
def sort(x: Tensor, axis: Any = -1) -> Array:
    return selection.sort(x, axis)


@op("argsort")
def argsort(x: Tensor, axis: Any = -1) -> Array:
    return selection.argsort(x, axis).like(dtype="int32", kind=x.kind)


@op("tril", "triu")
def tril(x: Tensor, k: Any = 0) -> Array:
    if x.kind != "symbolic":
        x.require_min_rank(2, "array-shapes")
    return x.like(interval=None, content=None, one_hot=False, node=None)


@op("diag")
def diag(x: Tensor, k: Any = 0) -> Array:
    return _not_empty(numpy_creation.diag(x, k), "diag")


@op("meshgrid")
def meshgrid(*x: Any, indexing: Any = "xy") -> Any:
    tensors = [as_tensor(t) for t in x]
    made = numpy_creation.meshgrid(*tensors, indexing=indexing)
    return [g.like(kind=joint_kind(*tensors)) for g in made] if isinstance(made, list) else made


@op("scatter")
def scatter(indices: Tensor, values: Tensor, shape: Any) -> Array:
    return Array(dims(shape), values.dtype, kind=joint_kind(indices, values))


@op("scatter_update")
def scatter_update(inputs: Tensor, indices: Any, updates: Any, reduction: Any = None) -> Array:
    return Array(inputs.shape, inputs.dtype, kind=inputs.kind)


@op("slice_update")
def slice_update(inputs: Tensor, start_indices: Any, updates: Any) -> Array:
    return Array(inputs.shape, inputs.dtype, kind=inputs.kind)


@op("top_k")
def top_k(x: Tensor, k: Any, sorted: Any = True) -> Any:
    refuse("top_k", x, "bc")
    count = dim(k)
    shape = None if x.shape is None else (*x.shape[:-1], count)
    return Array(shape, x.dtype, within(x.interval), kind=x.kind), Array(shape, "int32", kind=x.kind)


@op("fliplr")
def fliplr(x: Tensor) -> Array:
    return _unless_number(x, 1)


@op("flipud")
def flipud(x: Tensor) -> Array:
    return _unless_number(x, 0)


def _unless_number(x: Array, axis: int) -> Array:
    """Data of rank 0 are handed on."""
    return x if x.shape == () and x.kind != "symbolic" else manipulation.flip(x, axis)


@op("diagonal")
def diagonal(x: Tensor, offset: Any = 0, axis1: Any = 0, axis2: Any = 1) -> Array:
    return _not_empty(linear_algebra.diagonal(x, offset, axis1, axis2), "diagonal")


def _not_empty(x: Array, operation: str) -> Array:
    """On data a diagonal that lies beside the matrix is refused."""
    if x.kind != "symbolic" and x.shape and x.shape[-1] == 0:
        raise Mismatch("array-shapes", "a diagonal inside the matrix", x.shape, operation=operation)
    return x


@op("diagflat")
def diagflat(x: Tensor, k: Any = 0) -> Array:
    return numpy_creation.diagflat(x, k)


@op("dstack")
def dstack(xs: list[Tensor]) -> Array:
    return joining.dstack(xs).like(dtype=joint_dtype(xs))


@op("hsplit")
def hsplit(x: Tensor, indices_or_sections: Any) -> Any:
    return _split(x, indices_or_sections, 0 if x.rank == 1 else 1)


@op("vsplit")
def vsplit(x: Tensor, indices_or_sections: Any) -> Any:
    return _split(x, indices_or_sections, 0)


@op("dsplit")
def dsplit(x: Tensor, indices_or_sections: Any) -> Any:
    x.require_min_rank(3, "array-shapes")
    return _split(x, indices_or_sections, 2)
