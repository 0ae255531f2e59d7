"""keras.ops: what rearranges, joins, cuts and picks. Source: keras/src/ops/numpy.py, core.py."""

from __future__ import annotations

from typing import Any

from ....values import axes as axis_arithmetic
from ....values import dtype as dtypes
from ....values.arithmetic import broadcast, normalize_axis
from ....values.arithmetic import concatenate as concatenate_shapes
from ....values.arithmetic import reshape as reshape_shape
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim
from ....values.interval import Interval
from ....values.unknown import Unknown
from ...arguments import as_axes, as_int, as_shape, joint_kind
from ...coercion import Tensor, as_tensor
from ...numpy import joining, manipulation, selection
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
    return x.like(content=None, one_hot=False, node=None)


@op("rot90")
def rot90(array: Tensor, k: Any = 1, axes: Any = (0, 1)) -> Array:
    return manipulation.rot90(array, k, axes)


@op("tile")
def tile(x: Tensor, repeats: Any) -> Array:
    times = as_shape(repeats)
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
    # The type of a lone tensor's integers depends on whether it is data.
    return result.like(dtype="") if len(x) == 1 and not dtypes.is_float(result.dtype) else result


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
    return joining.split(x, indices_or_sections, axis)


@op("array_split")
def array_split(x: Tensor, indices_or_sections: Any, axis: Any = 0) -> Any:
    return joining.array_split(x, indices_or_sections, axis)


@op("unstack")
def unstack(x: Tensor, num: Any = None, axis: Any = 0) -> Any:
    along = as_int(axis)
    if x.shape is None or along is None:
        return Unknown("the parts of a tensor of unknown rank")
    position = normalize_axis(along, len(x.shape))
    assert position is not None
    size = x.shape[position]
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
    position = normalize_axis(along, len(flat.shape))
    assert position is not None
    shape = flat.shape[:position] + indices.shape + flat.shape[position + 1 :]
    return Array(shape, x.dtype, within(x.interval), kind=joint_kind(x, indices))


@op("take_along_axis")
def take_along_axis(x: Tensor, indices: Tensor, axis: Any = None) -> Array:
    return Array(None, x.dtype, within(x.interval), kind=joint_kind(x, indices))


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
    return x.like(interval=None, content=None, one_hot=False, node=None)


@op("diag")
def diag(x: Tensor, k: Any = 0) -> Array:
    from ...numpy.creation import diag as numpy_diag

    return numpy_diag(x, k)


@op("meshgrid")
def meshgrid(*x: Any, indexing: Any = "xy") -> Any:
    from ...numpy.creation import meshgrid as numpy_meshgrid

    tensors = [as_tensor(t) for t in x]
    made = numpy_meshgrid(*tensors, indexing=indexing)
    return [g.like(kind=joint_kind(*tensors)) for g in made] if isinstance(made, list) else made


@op("scatter")
def scatter(indices: Tensor, values: Tensor, shape: Any) -> Array:
    return Array(dims(shape), values.dtype, kind=joint_kind(indices, values))


@op("scatter_update", "slice_update")
def scatter_update(inputs: Tensor, *_: Any, **__: Any) -> Array:
    return Array(inputs.shape, inputs.dtype, kind=inputs.kind)


@op("top_k")
def top_k(x: Tensor, k: Any, sorted: Any = True) -> Any:
    count = dim(k)
    shape = None if x.shape is None else (*x.shape[:-1], count)
    return Array(shape, x.dtype, within(x.interval), kind=x.kind), Array(shape, "int32", kind=x.kind)


@op("in_top_k")
def in_top_k(targets: Tensor, predictions: Tensor, k: Any) -> Array:
    return Array(targets.shape, "bool", kind=joint_kind(targets, predictions))
