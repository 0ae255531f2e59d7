"""TensorFlow: tensors from values, shapes and chance."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import reshape as reshape_shape
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, as_dim
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int, as_number, plain
from ..coercion import Tensor, as_tensor
from ..numpy.creation import arange, filled
from ..numpy.elementwise import cast_to
from ..numpy.random import drawn
from ..registry import attribute, function


def dims(shape: Any) -> Shape | None:
    """A shape argument, a tensor of sizes or a list that holds some: an unknown size is ANY, Keras' None stays."""
    if isinstance(shape, Array) and shape.shape != ():
        if shape.content is not None:
            shape = shape.content
        elif shape.shape is not None and len(shape.shape) == 1 and isinstance(shape.shape[0], int):
            return (ANY,) * shape.shape[0]
    if isinstance(shape, (list, tuple)):
        return tuple(dim(s) for s in shape)
    size = plain(shape)
    return (as_dim(size),) if isinstance(size, int) else None


def dim(size: Any) -> Dim:
    return as_dim(plain(size))


def new_dims(shape: Any) -> Shape | None:
    """As `dims`, of a new tensor. Raises Mismatch for a negative size."""
    sizes = dims(shape)
    for size in sizes or ():
        if isinstance(size, int) and size < 0:
            raise Mismatch("array-shapes", "a size of 0 or more", size, size=True)
    return sizes


def element(dtype: Any, default: str = "float32") -> str:
    return default if dtype is None else dtypes.as_dtype(dtype)


@function("tensorflow.constant")
def constant(value: Tensor, dtype: Any = None, shape: Any = None, **_: Any) -> Array:
    made = value if dtype is None else cast_to(value, dtypes.as_dtype(dtype))
    if shape is None:
        return made
    if made.size == 1:
        return made.reshaped(new_dims(shape))
    return made.reshaped(reshape_shape(made.shape, dims(shape) or Unknown("a shape")))


@function("tensorflow.convert_to_tensor")
def convert_to_tensor(value: Tensor, dtype: Any = None, **_: Any) -> Array:
    return value if dtype is None else cast_to(value, dtypes.as_dtype(dtype))


@function("tensorflow.Variable")
def variable(initial_value: Tensor, trainable: Any = None, *_: Any, dtype: Any = None, **__: Any) -> Array:
    """A variable counts as its value."""
    return convert_to_tensor(initial_value, dtype).like(interval=None, content=None)


@function("tensorflow.identity", "tensorflow.stop_gradient")
def identity(input: Tensor, **_: Any) -> Array:
    return input.like(node=None)


@function("tensorflow.cast", "tensorflow.saturate_cast")
def cast(x: Tensor, dtype: Any, **_: Any) -> Array:
    return cast_to(x, dtypes.as_dtype(dtype))


@function("tensorflow.zeros")
def zeros(shape: Any, dtype: Any = None, **_: Any) -> Array:
    return filled(new_dims(shape), 0, element(dtype)).like(kind="tensor")


@function("tensorflow.ones")
def ones(shape: Any, dtype: Any = None, **_: Any) -> Array:
    return filled(new_dims(shape), 1, element(dtype)).like(kind="tensor")


@function("tensorflow.fill")
def fill(dims: Any, value: Any, **_: Any) -> Array:
    tensor = as_tensor(value)
    dtype = tensor.dtype if isinstance(tensor, Array) else ""
    return filled(new_dims(dims), plain(value), dtype).like(kind="tensor")


@function("tensorflow.zeros_like")
def zeros_like(input: Tensor, dtype: Any = None, **_: Any) -> Array:
    return filled(input.shape, 0, element(dtype, input.dtype)).like(kind=input.kind)


@function("tensorflow.ones_like")
def ones_like(input: Tensor, dtype: Any = None, **_: Any) -> Array:
    return filled(input.shape, 1, element(dtype, input.dtype)).like(kind=input.kind)


@function("tensorflow.eye")
def eye(num_rows: Any, num_columns: Any = None, batch_shape: Any = None, dtype: Any = None, **_: Any) -> Array:
    lead = () if batch_shape is None else dims(batch_shape)
    rows, columns = dim(num_rows), dim(num_rows if num_columns is None else num_columns)
    shape = None if lead is None else (*lead, rows, columns)
    return Array(shape, element(dtype), Interval(0, 1, False), kind="tensor")


@function("tensorflow.range")
def range_(start: Any, limit: Any = None, delta: Any = 1, dtype: Any = None, **_: Any) -> Array | Unknown:
    made = arange(start, limit, delta)
    if isinstance(made, Unknown):
        return made
    narrow = {"int64": "int32", "float64": "float32"}.get(made.dtype, made.dtype)
    if any(isinstance(v, Array) for v in (start, limit, delta)):
        narrow = ""  # the type of the tensors given
    return cast_to(made, narrow if dtype is None else dtypes.as_dtype(dtype)).like(kind="tensor")


@function("tensorflow.linspace")
def linspace(start: Any, stop: Any, num: Any, axis: Any = 0, **_: Any) -> Array:
    low, high, count = as_number(start), as_number(stop), as_int(num)
    if low is None or high is None:
        return Array(None, kind="tensor")
    dtype = "float32" if isinstance(plain(start), float) else "float64" if isinstance(plain(start), int) else ""
    bounds = Interval(min(low, high), max(low, high)) if count is not None and count > 1 else None
    return Array((ANY if count is None else count,), dtype, bounds, kind="tensor")


@function("tensorflow.one_hot")
def one_hot(
    indices: Tensor, depth: Any, on_value: Any = None, off_value: Any = None, axis: Any = None, dtype: Any = None,
    **_: Any,
) -> Array:  # fmt: skip
    along = -1 if axis is None else as_int(axis)
    usual = on_value is None and off_value is None
    bounds = Interval(0, 1, False) if usual else None
    made = element(dtype) if usual or dtype is not None else ""
    if indices.shape is None or along is None:
        return Array(None, made, bounds, kind=indices.kind)
    place = along if along >= 0 else along + len(indices.shape) + 1
    shape = (*indices.shape[:place], dim(depth), *indices.shape[place:])
    return Array(shape, made, bounds, kind=indices.kind, one_hot=usual and place == len(indices.shape))


@function("tensorflow.shape", "tensorflow.shape_n")
def shape(input: Tensor, out_type: Any = None, **_: Any) -> Array:
    made = element(out_type, "int32")
    if input.shape is None:
        return Array((ANY,), made, kind="tensor")
    return Array((len(input.shape),), made, None, tuple(input.shape), kind="tensor")


@function("tensorflow.size")
def size(input: Tensor, out_type: Any = None, **_: Any) -> Array:
    return Array((), element(out_type, "int32"), None, (input.size,), kind="tensor")


@function("tensorflow.rank")
def rank(input: Tensor, **_: Any) -> Array:
    return Array((), "int32", None, None if input.shape is None else (len(input.shape),), kind="tensor")


@attribute("tensorflow.newaxis")
def newaxis() -> None:
    return None


@function("tensorflow.random.normal", "tensorflow.random.truncated_normal")
def normal(shape: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = None, seed: Any = None, **_: Any) -> Array:
    return Array(new_dims(shape), element(dtype), kind="tensor")


@function("tensorflow.random.uniform")
def uniform(shape: Any, minval: Any = 0, maxval: Any = None, dtype: Any = None, seed: Any = None, **_: Any) -> Array:
    made = element(dtype)
    low, high = as_number(minval), as_number(1 if maxval is None else maxval)
    bounds = None
    if low is not None and high is not None and low < high:
        bounds = Interval(low, high - 1 if dtypes.is_integer(made) else high)
    return drawn(new_dims(shape), made, bounds).like(kind="tensor")


@function("tensorflow.random.shuffle")
def shuffle(value: Tensor, seed: Any = None, **_: Any) -> Array:
    return value.like(content=None, node=None)


@function("tensorflow.random.categorical")
def categorical(logits: Tensor, num_samples: Any, dtype: Any = None, **_: Any) -> Array:
    shape = logits.require_rank(2, "array-shapes")
    return Array((shape[0], dim(num_samples)), element(dtype, "int64"), kind=logits.kind)


@function("tensorflow.random.set_seed")
def set_seed(seed: Any) -> None:
    return None
