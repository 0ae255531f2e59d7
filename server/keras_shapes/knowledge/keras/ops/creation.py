"""keras.ops: tensors from shapes, numbers and other tensors. Source: keras/src/ops/numpy.py, core.py."""

from __future__ import annotations

import math
from typing import Any

from ....values import dtype as dtypes
from ....values.arithmetic import broadcast, normalize_axis
from ....values.array import Array
from ....values.dim import ANY
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.reference import Library
from ....values.unknown import Unknown
from ...arguments import as_int, as_number, joint_kind
from ...coercion import Tensor, as_tensor
from ...numpy.creation import arange as numpy_arange
from ...numpy.creation import filled
from ...numpy.elementwise import cast_to
from ...registry import function
from .naming import dim, dims, element, op


def _full(shape: Any, value: Any, dtype: str) -> Array:
    return filled(dims(shape), value, dtype).like(kind="tensor")


@op("zeros")
def zeros(shape: Any, dtype: Any = None) -> Array:
    return _full(shape, 0, element(dtype))


@op("ones")
def ones(shape: Any, dtype: Any = None) -> Array:
    return _full(shape, 1, element(dtype))


@op("empty")
def empty(shape: Any, dtype: Any = None) -> Array:
    return Array(dims(shape), element(dtype), kind="tensor")


@op("full")
def full(shape: Any, fill_value: Any, dtype: Any = None) -> Array:
    return _full(shape, fill_value, element(dtype))


@op("zeros_like")
def zeros_like(x: Tensor, dtype: Any = None, **_: Any) -> Array:
    return _like(x, 0, dtype)


@op("ones_like")
def ones_like(x: Tensor, dtype: Any = None, **_: Any) -> Array:
    return _like(x, 1, dtype)


@op("empty_like")
def empty_like(x: Tensor, dtype: Any = None) -> Array:
    return Array(x.shape, element(dtype, x.dtype), kind=x.kind)


@op("full_like")
def full_like(x: Tensor, fill_value: Any, dtype: Any = None) -> Array:
    return _like(x, fill_value, dtype)


def _like(x: Array, value: Any, dtype: Any) -> Array:
    return filled(x.shape, value, element(dtype, x.dtype)).like(kind=x.kind)


@op("eye")
def eye(N: Any, M: Any = None, k: Any = 0, dtype: Any = None) -> Array:
    return Array((dim(N), dim(N if M is None else M)), element(dtype), Interval(0, 1, False), kind="tensor")


@op("identity")
def identity(n: Any, dtype: Any = None) -> Array:
    return eye(n, dtype=dtype)


@op("arange")
def arange(start: Any, stop: Any = None, step: Any = None, dtype: Any = None) -> Array | Unknown:
    whole = dtype is not None and dtypes.is_integer(dtypes.as_dtype(dtype))
    if whole and any(isinstance(v, float) and not v.is_integer() for v in (start, stop, step)):
        raise Mismatch("array-shapes", dtypes.as_dtype(dtype), "float", operation="arange")
    # In `ops.arange(0, ops.shape(x)[1])` None is a size of the graph, no missing argument.
    made = Array((ANY,), "int64") if stop is None and start == 0 else numpy_arange(start, stop, step)
    if isinstance(made, Unknown):
        return made
    narrow = {"int64": "int32", "float64": "float32"}.get(made.dtype, made.dtype)
    return cast_to(made, narrow if dtype is None else dtypes.as_dtype(dtype)).like(kind="tensor")


@op("linspace")
def linspace(
    start: Any, stop: Any, num: Any = 50, endpoint: Any = True, retstep: Any = False, dtype: Any = None, axis: Any = 0
) -> Array | Unknown:
    low, high, count = as_number(start), as_number(stop), as_int(num)
    if low is None or high is None or retstep is not False:
        return Array(None, element(dtype), kind="tensor")
    bounds = Interval(min(low, high), max(low, high)) if count is not None and count > 1 else None
    return Array((ANY if count is None else count,), element(dtype), bounds, kind="tensor")


@op("geomspace")
def geomspace(start: Any, stop: Any, num: Any = 50, endpoint: Any = True, dtype: Any = None, axis: Any = 0) -> Array:
    return _spaced(start, stop, num, dtype, axis)


@op("logspace")
def logspace(
    start: Any, stop: Any, num: Any = 50, endpoint: Any = True, base: Any = 10, dtype: Any = None, axis: Any = 0
) -> Array:
    return _spaced(start, stop, num, dtype, axis)


def _spaced(start: Any, stop: Any, num: Any, dtype: Any, axis: Any) -> Array:
    """Numbers between two others; between arrays, along a new axis."""
    ends = [as_tensor(start), as_tensor(stop)]
    arrays = [e for e in ends if isinstance(e, Array)]
    along = as_int(axis)
    if len(arrays) < 2 or along is None:
        return Array(None, kind="tensor")
    shape = broadcast(arrays[0].shape, arrays[1].shape)
    position = None if shape is None else normalize_axis(along, len(shape) + 1)
    made = None if shape is None or position is None else (*shape[:position], dim(num), *shape[position:])
    single = all(isinstance(e, (int, float)) for e in (start, stop))
    return Array(made, element(dtype) if single or dtype is not None else "", kind=joint_kind(*arrays))


@op("tri")
def tri(N: Any, M: Any = None, k: Any = 0, dtype: Any = None) -> Array:
    return eye(N, M, dtype=dtype)


@op("bartlett", "blackman", "hamming", "hanning")
def window(x: Any) -> Array:
    """A window of so many points."""
    return Array((dim(x),), "float32", Interval(0, 1, False), kind="tensor")


@op("kaiser")
def kaiser(x: Any, beta: Any) -> Array:
    return window(x)


@op("array")
def array(x: Tensor, dtype: Any = None) -> Array:
    return convert_to_tensor(x, dtype)


@op("convert_to_tensor")
def convert_to_tensor(x: Tensor, dtype: Any = None, sparse: Any = None, ragged: Any = None) -> Array:
    """numpy's float64 stays so; Python's numbers were narrowed before."""
    return x if dtype is None else cast_to(x, dtypes.as_dtype(dtype))


@op("convert_to_numpy")
def convert_to_numpy(x: Tensor) -> Array:
    if x.kind == "symbolic":
        raise Mismatch("array-shapes", "data", "a symbolic tensor", operation="convert_to_numpy")
    return x.like(kind="numpy", node=None)


@op("cast", "saturate_cast")
def cast(x: Tensor, dtype: Any) -> Array:
    return cast_to(x, dtypes.as_dtype(dtype))


@op("stop_gradient")
def stop_gradient(variable: Tensor) -> Array:
    return variable.like(node=None)


@op("copy")
def copy(x: Tensor) -> Array:
    return x.like(node=None)


@op("shape")
def shape(x: Tensor) -> Any:
    return Unknown("the shape of a tensor of unknown rank") if x.shape is None else x.shape


@op("ndim")
def ndim(x: Tensor) -> Any:
    if x.shape is None:
        return Unknown("the rank of a tensor")
    # In a graph Keras answers with a tensor, and a strange one.
    return Array((len(x.shape),), "float32", kind=x.kind) if x.kind == "symbolic" else len(x.shape)


@op("size")
def size(x: Tensor) -> Any:
    return Array((), "int32", kind=x.kind) if x.kind == "symbolic" else x.size


@function("keras.ops.dtype")
def dtype_of(x: Any) -> Any:
    return x.dtype if isinstance(x, Array) and x.dtype else dtypes.as_dtype(x) or Unknown("an element type")


@op("one_hot")
def one_hot(x: Tensor, num_classes: Any, axis: Any = -1, dtype: Any = None, sparse: Any = False, **_: Any) -> Array:
    along, classes = as_int(axis), dim(num_classes)
    if x.shape is None or along is None:
        return Array(None, element(dtype), Interval(0, 1, False), kind=x.kind)
    place = along if along >= 0 else along + len(x.shape) + 1
    made = (*x.shape[:place], classes, *x.shape[place:])
    last = place == len(x.shape)
    return Array(made, element(dtype), Interval(0, 1, False), kind=x.kind, one_hot=last)


@op("multi_hot")
def multi_hot(
    inputs: Tensor, num_classes: Any = None, axis: Any = -1, dtype: Any = None, sparse: Any = False, **_: Any
) -> Array:
    if inputs.shape is None or axis != -1:
        return Array(None, element(dtype), kind=inputs.kind)
    lead = inputs.shape[:-1] if len(inputs.shape) > 1 else ()
    made = inputs.dtype if inputs.kind == "symbolic" else element(dtype)
    return Array((*lead, dim(num_classes)), made, Interval(0, 1, False), kind=inputs.kind)


@function("keras.random.uniform")
def uniform(shape: Any, minval: Any = 0.0, maxval: Any = 1.0, dtype: Any = None, seed: Any = None) -> Array:
    low, high = as_number(minval), as_number(maxval)
    bounds = None if low is None or high is None or not math.isfinite(low + high) else Interval(low, high)
    return Array(dims(shape), element(dtype), bounds, kind="tensor")


@function("keras.random.normal", "keras.random.truncated_normal")
def normal(shape: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = None, seed: Any = None) -> Array:
    return Array(dims(shape), element(dtype), kind="tensor")


@function("keras.random.gamma")
def gamma(shape: Any, alpha: Any, dtype: Any = None, seed: Any = None) -> Array:
    return Array(dims(shape), element(dtype), kind="tensor")


@function("keras.random.beta")
def beta(shape: Any, alpha: Any, beta: Any, dtype: Any = None, seed: Any = None) -> Array:
    return Array(dims(shape), element(dtype), Interval(0, 1, False), kind="tensor")


@function("keras.random.binomial")
def binomial(shape: Any, counts: Any, probabilities: Any, dtype: Any = None, seed: Any = None) -> Array:
    return Array(dims(shape), element(dtype), kind="tensor")


@function("keras.random.randint")
def randint(shape: Any, minval: Any, maxval: Any, dtype: Any = "int32", seed: Any = None) -> Array:
    low, high = as_int(minval), as_int(maxval)
    bounds = Interval(low, high - 1, False) if low is not None and high is not None and high > low else None
    return Array(dims(shape), element(dtype, "int32"), bounds, kind="tensor")


@function("keras.random.shuffle")
def shuffle(x: Tensor, axis: Any = 0, seed: Any = None) -> Array:
    return x.like(content=None, node=None)


@function("keras.random.dropout")
def dropout(inputs: Tensor, rate: Any, noise_shape: Any = None, seed: Any = None) -> Array:
    return Array(inputs.shape, inputs.dtype, kind=inputs.kind)


@function("keras.random.categorical")
def categorical(logits: Tensor, num_samples: Any, dtype: Any = "int32", seed: Any = None) -> Array:
    lead = None if logits.shape is None else logits.shape[:-1]
    return Array(None if lead is None else (*lead, dim(num_samples)), element(dtype, "int32"), kind=logits.kind)


@function("keras.random.SeedGenerator")
def seed_generator(seed: Any = None, name: Any = None, **_: Any) -> Library:
    return Library("keras.random.SeedGenerator()")
