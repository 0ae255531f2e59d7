"""TensorFlow: what rearranges, joins, cuts and picks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values import axes as axis_arithmetic
from ...values.arithmetic import broadcast, nonnegative_axis
from ...values.arithmetic import concatenate as concatenate_shapes
from ...values.arithmetic import reshape as reshape_shape
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, same, subtract, total
from ...values.interval import hull
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_axes, as_int, plain, tensor_kind
from ..coercion import Tensor, as_tensor
from ..numpy import joining, manipulation, selection
from ..numpy.indexing import index
from ..numpy.intervals import within
from ..numpy.operators import result_type
from ..registry import function
from .creation import dims


@function("tensorflow.reshape")
def reshape(tensor: Tensor, shape: Any, **_: Any) -> Array:
    target = dims(shape)
    return tensor.unranked() if target is None else tensor.reshaped(reshape_shape(tensor.shape, target))


@function("tensorflow.expand_dims")
def expand_dims(input: Tensor, axis: Any, **_: Any) -> Array:
    along = as_int(axis)
    return input.unranked() if along is None else manipulation.expand_dims(input, along)


@function("tensorflow.squeeze")
def squeeze(input: Tensor, axis: Any = None, **_: Any) -> Array:
    axes = as_axes(axis)
    if input.shape is None or (axes is None and axis is not None):
        return input.unranked()
    return input.reshaped(axis_arithmetic.squeeze(input.shape, axes or None))


@function("tensorflow.transpose")
def transpose(a: Tensor, perm: Any = None, **_: Any) -> Array:
    order = as_axes(perm)
    if a.shape is not None and order is not None and any(o < 0 for o in order):
        raise Mismatch("array-shapes", len(a.shape), order, axis=True, operation="transpose")
    return a.unranked() if order is None and perm is not None else manipulation.permuted(a, order)


@function("tensorflow.concat")
def concat(values: list[Tensor], axis: Any, **_: Any) -> Array:
    along = as_int(axis)
    if len(values) == 1:
        return values[0]
    return _joined(values, None if along is None else concatenate_shapes([v.shape for v in values], along))


@function("tensorflow.stack")
def stack(values: list[Tensor], axis: Any = 0, **_: Any) -> Array:
    along = as_int(axis)
    return _joined(values, None if along is None else axis_arithmetic.stack([v.shape for v in values], along))


def _joined(values: Sequence[Array], shape: Shape | None) -> Array:
    if not values:
        return Array(None, kind="tensor")
    made = joining.joined(values, shape)
    alike = all(v.dtype == values[0].dtype for v in values)
    return made.like(dtype=made.dtype if alike else "", one_hot=False, kind=tensor_kind(*values))


@function("tensorflow.unstack")
def unstack(value: Tensor, num: Any = None, axis: Any = 0, **_: Any) -> Any:
    along = as_int(axis)
    if value.shape is None or along is None:
        return Unknown("the parts of a tensor of unknown rank")
    position = nonnegative_axis(along, len(value.shape))
    count = value.shape[position]
    if not isinstance(count, int):
        return Unknown("an unknown number of tensors")
    return [value.reshaped(axis_arithmetic.reduce(value.shape, (position,), keepdims=False))] * count


@function("tensorflow.split")
def split(value: Tensor, num_or_size_splits: Any, axis: Any = 0, num: Any = None, **_: Any) -> Any:
    along, sections = as_int(axis), plain(num_or_size_splits)
    if value.shape is None or along is None:
        return Unknown("the parts of a tensor of unknown rank")
    if isinstance(sections, int):
        return joining.split(value, sections, along)
    sizes = dims(num_or_size_splits)
    if sizes is None:
        return Unknown("where the tensor is split")
    _check_sizes(value.shape, along, sizes)
    position = nonnegative_axis(along, len(value.shape))
    rest = subtract(value.shape[position], total(s for s in sizes if s != -1))
    parts = [rest if s == -1 else s for s in sizes]
    shapes = [axis_arithmetic.with_size(value.shape, along, part) for part in parts]
    return [Array(s, value.dtype, within(value.interval), kind=value.kind) for s in shapes]


def _check_sizes(shape: Shape, axis: int, sizes: Shape) -> None:
    position = nonnegative_axis(axis, len(shape))
    whole = shape[position]
    if not isinstance(whole, int) or not all(isinstance(s, int) for s in sizes):
        return
    given = sum(s for s in sizes if isinstance(s, int) and s != -1)
    if given > whole or (-1 not in sizes and given != whole):
        raise Mismatch("array-shapes", whole, given, axis=position, operation="split", sizes=sizes)


@function("tensorflow.tile")
def tile(input: Tensor, multiples: Any, **_: Any) -> Array:
    times = dims(multiples)
    if input.shape is None or times is None:
        return input.unranked()
    if len(times) != len(input.shape):
        raise Mismatch("array-shapes", len(input.shape), times, operation="tile")
    return input.reshaped(axis_arithmetic.tile(input.shape, times))


@function("tensorflow.repeat")
def repeat(input: Tensor, repeats: Any, axis: Any = None, **_: Any) -> Array:
    return manipulation.repeat(input, repeats, axis)


@function("tensorflow.pad")
def pad(tensor: Tensor, paddings: Any, mode: Any = "CONSTANT", constant_values: Any = 0, **_: Any) -> Array:
    pairs = [dims(p) for p in paddings] if isinstance(paddings, (list, tuple)) else None
    if tensor.shape is None:
        return tensor.reshaped(None).like(interval=None)
    if pairs is None or not all(p is not None and len(p) == 2 for p in pairs):
        return Array((ANY,) * len(tensor.shape), tensor.dtype, kind=tensor.kind)
    widths: list[tuple[Dim, Dim]] = [(p[0], p[1]) for p in pairs if p is not None]
    return Array(axis_arithmetic.pad(tensor.shape, widths), tensor.dtype, kind=tensor.kind)


@function("tensorflow.reverse")
def reverse(tensor: Tensor, axis: Any, **_: Any) -> Array:
    return manipulation.flip(tensor, axis)


@function("tensorflow.roll")
def roll(input: Tensor, shift: Any, axis: Any, **_: Any) -> Array:
    return input.like(content=None, one_hot=False, node=None)


@function("tensorflow.broadcast_to")
def broadcast_to(input: Tensor, shape: Any, **_: Any) -> Array:
    target = dims(shape)
    if input.shape is None or target is None:
        return input.reshaped(target)
    return input.reshaped(axis_arithmetic.broadcast_to(input.shape, target))


@function("tensorflow.slice")
def slice_(input_: Tensor, begin: Any, size: Any, **_: Any) -> Array:
    sizes = dims(size)
    starts = dims(begin) or (ANY,) * len(sizes or ())
    shape = input_.shape or (ANY,) * len(sizes or ())
    made = None if sizes is None else tuple(subtract(d, b) if s == -1 else s for s, b, d in zip(sizes, starts, shape))
    if made is not None and sizes is not None and len(made) != len(sizes):
        made = sizes
    if input_.shape is not None and made is not None and len(made) != len(input_.shape):
        raise Mismatch("array-shapes", len(input_.shape), made, operation="slice")
    return Array(made, input_.dtype, within(input_.interval), kind=input_.kind)


@function("tensorflow.gather")
def gather(
    params: Tensor, indices: Tensor, validate_indices: Any = None, axis: Any = None, batch_dims: Any = 0, **_: Any
) -> Array:
    along = 0 if axis is None else as_int(axis)
    if params.shape is None or indices.shape is None or along is None or batch_dims != 0:
        return Array(None, params.dtype, within(params.interval), kind=tensor_kind(params, indices))
    position = nonnegative_axis(along, len(params.shape))
    shape = params.shape[:position] + indices.shape + params.shape[position + 1 :]
    return Array(shape, params.dtype, within(params.interval), kind=tensor_kind(params, indices))


@function("tensorflow.gather_nd")
def gather_nd(params: Tensor, indices: Tensor, batch_dims: Any = 0, **_: Any) -> Array:
    deep = indices.shape[-1] if indices.shape else None
    if params.shape is None or not indices.shape or not isinstance(deep, int) or batch_dims != 0:
        return Array(None, params.dtype, kind=tensor_kind(params, indices))
    if deep > len(params.shape):
        raise Mismatch("array-shapes", len(params.shape), deep, shape=params.shape, operation="index", too_many=True)
    return Array(indices.shape[:-1] + params.shape[deep:], params.dtype, kind=tensor_kind(params, indices))


@function("tensorflow.boolean_mask")
def boolean_mask(tensor: Tensor, mask: Tensor, axis: Any = None, **_: Any) -> Any:
    return Array(None, tensor.dtype, kind=tensor.kind) if axis is not None else index(tensor, mask.like(dtype="bool"))


@function("tensorflow.where")
def where(condition: Tensor, x: Any = None, y: Any = None, **_: Any) -> Array:
    if x is None and y is None:
        return Array((ANY, ANY if condition.shape is None else len(condition.shape)), "int64", kind="tensor")
    a, b = as_tensor(x), as_tensor(y)
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Array(None, kind="tensor")
    shape = broadcast(condition.shape, broadcast(a.shape, b.shape))
    dtype = result_type("+", x if isinstance(x, (int, float)) else a, y if isinstance(y, (int, float)) else b)
    if isinstance(x, (int, float)) and isinstance(y, (int, float)):
        dtype = a.dtype if a.dtype == b.dtype else "float32"
    elif a.dtype != b.dtype and not isinstance(x, (int, float)) and not isinstance(y, (int, float)):
        dtype = ""
    return Array(shape, dtype, within(hull(a.interval, b.interval)), kind=tensor_kind(condition, a, b))


@function("tensorflow.sort")
def sort(values: Tensor, axis: Any = -1, direction: Any = "ASCENDING", **_: Any) -> Array:
    return selection.sort(values, axis)


@function("tensorflow.argsort")
def argsort(values: Tensor, axis: Any = -1, *_: Any, **__: Any) -> Array:
    return selection.argsort(values, axis).like(dtype="int32", kind=values.kind)


@function("tensorflow.meshgrid")
def meshgrid(*args: Any, indexing: Any = "xy", **_: Any) -> Any:
    from ..numpy.creation import meshgrid as numpy_meshgrid

    made = numpy_meshgrid(*[as_tensor(a) for a in args], indexing=indexing)
    return [g.like(kind="tensor") for g in made] if isinstance(made, list) else made


@function("tensorflow.ensure_shape")
def ensure_shape(x: Tensor, shape: Any, **_: Any) -> Array:
    wanted = dims(shape)
    if wanted is None:
        return x
    if x.shape is not None and (
        len(x.shape) != len(wanted) or any(w is not None and same(d, w) is False for d, w in zip(x.shape, wanted))
    ):
        raise Mismatch("array-shapes", wanted, x.shape, operation="ensure_shape")
    known = x.shape or (None,) * len(wanted)
    return x.reshaped(tuple(d if w is None else w for d, w in zip(known, wanted)))
