"""tensorflow.nn: convolutions, pooling and what else models by hand are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values.arithmetic import conv_length
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, as_dim, multiply, same, subtract
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int, plain
from ..coercion import Tensor
from ..registry import function
from .creation import dims

_NN = "tensorflow.nn."


def _per_axis(value: Any, spatial: int, first: bool) -> tuple[Any, ...]:
    """strides=2, [2, 2] or [1, 2, 2, 1] as one number for each spatial axis; ANY where it is not known."""
    number = plain(value)
    if number is None:
        return (1,) * spatial
    if isinstance(number, int):
        return (number,) * spatial
    if isinstance(value, (list, tuple)):
        if len(value) == 1:
            return tuple(value) * spatial
        if len(value) == spatial:
            return tuple(value)
        if len(value) == spatial + 2:
            return tuple(value[2:] if first else value[1:-1])
    return (ANY,) * spatial


def _windows(sizes: Sequence[Dim], kernel: Sequence[Any], strides: Any, padding: Any, dilations: Any) -> list[Dim]:
    if not isinstance(padding, str):
        return [ANY] * len(sizes)
    return [_window(d, k, s, padding.lower(), r) for d, k, s, r in zip(sizes, kernel, strides, dilations)]


def _window(size: Dim, kernel: Any, stride: Any, padding: str, dilation: Any) -> Dim:
    """As a layer's, but that nothing is left TensorFlow does not mind: it minds less than nothing."""
    try:
        return conv_length(size, kernel, stride, padding, dilation)
    except Mismatch as mismatch:
        room = subtract(size, mismatch.expected)
        if isinstance(room, int) and isinstance(stride, int) and room + stride < 0:
            raise
        return ANY


def _convolved(
    x: Array, filters: Array, strides: Any, padding: Any, data_format: Any, dilations: Any, spatial: int,
    depthwise: bool = False,
) -> Array:  # fmt: skip
    """The channels of the filters must be those of the input, or divide them (groups)."""
    if filters.shape is not None and len(filters.shape) != spatial + 2:
        raise Mismatch("array-shapes", spatial + 2, filters.shape, operation="conv")
    first = isinstance(data_format, str) and data_format.startswith("NC")
    if not x.shape or filters.shape is None or len(x.shape) != spatial + 2 or isinstance(data_format, Unknown):
        return Array(None, x.dtype, kind=x.kind)
    *kernel, taken, made = filters.shape
    channels = x.shape[1] if first else x.shape[-1]
    if isinstance(channels, int) and isinstance(taken, int) and taken and channels % taken:
        raise Mismatch("array-shapes", x.shape, filters.shape, operation="conv")
    if depthwise and same(channels, taken) is False:
        raise Mismatch("array-shapes", x.shape, filters.shape, operation="conv")
    sizes = x.shape[2:] if first else x.shape[1:-1]
    steps, rates = (_per_axis(v, spatial, first) for v in (strides, dilations))
    after = _windows(sizes, kernel, steps, padding, rates)
    if ANY in after and all(isinstance(d, int) for d in sizes):
        return Array(None, x.dtype, kind=x.kind)  # of nothing TensorFlow makes what its kernels leave
    out = multiply(taken, made) if depthwise else made
    shape: Shape = (x.shape[0], out, *after) if first else (x.shape[0], *after, out)
    return Array(shape, x.dtype, kind=x.kind)


@function(_NN + "conv1d")
def conv1d(
    input: Tensor, filters: Tensor, stride: Any, padding: Any, data_format: Any = "NWC", dilations: Any = None,
    name: Any = None,
) -> Array:  # fmt: skip
    return _convolved(input, filters, stride, padding, data_format, dilations, 1)


@function(_NN + "conv2d")
def conv2d(
    input: Tensor, filters: Tensor, strides: Any, padding: Any, data_format: Any = "NHWC", dilations: Any = None,
    name: Any = None,
) -> Array:  # fmt: skip
    return _convolved(input, filters, strides, padding, data_format, dilations, 2)


@function(_NN + "conv3d")
def conv3d(
    input: Tensor, filters: Tensor, strides: Any, padding: Any, data_format: Any = "NDHWC", dilations: Any = None,
    name: Any = None,
) -> Array:  # fmt: skip
    return _convolved(input, filters, strides, padding, data_format, dilations, 3)


@function(_NN + "depthwise_conv2d")
def depthwise_conv2d(
    input: Tensor, filter: Tensor, strides: Any, padding: Any, data_format: Any = None, dilations: Any = None,
    name: Any = None,
) -> Array:  # fmt: skip
    return _convolved(input, filter, strides, padding, data_format, dilations, 2, depthwise=True)


@function(_NN + "conv2d_transpose", _NN + "conv1d_transpose", _NN + "conv3d_transpose")
def conv_transpose(
    input: Tensor, filters: Tensor, output_shape: Any, strides: Any, padding: Any = "SAME", data_format: Any = None,
    dilations: Any = None, name: Any = None,
) -> Array:  # fmt: skip
    """As large as it is told to be."""
    return Array(dims(output_shape), input.dtype, kind=input.kind)


def _pooled(x: Array, ksize: Any, strides: Any, padding: Any, data_format: Any, spatial: int) -> Array:
    first = isinstance(data_format, str) and data_format.startswith("NC")
    if not x.shape or len(x.shape) != spatial + 2 or isinstance(data_format, Unknown):
        return Array(None, x.dtype, kind=x.kind)
    kernel, steps = (_per_axis(v, spatial, first) for v in (ksize, strides))
    after = _windows(x.shape[2:] if first else x.shape[1:-1], kernel, steps, padding, (1,) * spatial)
    shape = (*x.shape[:2], *after) if first else (x.shape[0], *after, x.shape[-1])
    return Array(shape, x.dtype, kind=x.kind)


@function(_NN + "max_pool2d", _NN + "avg_pool2d")
def pool2d(input: Tensor, ksize: Any, strides: Any, padding: Any, data_format: Any = "NHWC", name: Any = None) -> Array:
    return _pooled(input, ksize, strides, padding, data_format, 2)


@function(_NN + "max_pool1d", _NN + "avg_pool1d")
def pool1d(input: Tensor, ksize: Any, strides: Any, padding: Any, data_format: Any = "NWC", name: Any = None) -> Array:
    return _pooled(input, ksize, strides, padding, data_format, 1)


@function(_NN + "max_pool", _NN + "avg_pool")
def pool(input: Tensor, ksize: Any, strides: Any, padding: Any, data_format: Any = None, name: Any = None) -> Array:
    rank = input.rank
    return _pooled(input, ksize, strides, padding, data_format, 2 if rank is None else rank - 2)


@function("tensorflow.image.extract_patches")
def extract_patches(images: Tensor, sizes: Any, strides: Any, rates: Any, padding: Any, name: Any = None) -> Array:
    """(batch, rows, columns, height · width · channels of a patch)."""
    if images.shape is None or len(images.shape) != 4:
        return Array(None, images.dtype, kind=images.kind)
    kernel, steps, spread = (_per_axis(v, 2, False) for v in (sizes, strides, rates))
    after = _windows(images.shape[1:3], kernel, steps, padding, spread)
    depth = multiply(multiply(as_dim(kernel[0]), as_dim(kernel[1])), images.shape[3])
    return Array((images.shape[0], *after, depth), images.dtype, kind=images.kind)


@function(_NN + "embedding_lookup")
def embedding_lookup(params: Tensor, ids: Tensor, max_norm: Any = None, name: Any = None) -> Array:
    known = params.shape is not None and ids.shape is not None
    shape = (*(ids.shape or ()), *(params.shape or ())[1:]) if known else None
    return Array(shape, params.dtype, kind=params.kind)


@function(_NN + "compute_average_loss")
def compute_average_loss(per_example_loss: Tensor, sample_weight: Any = None, global_batch_size: Any = None) -> Array:
    return Array((), per_example_loss.dtype, kind="tensor")


@function(_NN + "scale_regularization_loss")
def scale_regularization_loss(regularization_loss: Tensor) -> Array:
    return Array((), regularization_loss.dtype, kind="tensor")


@function(_NN + "l2_loss")
def l2_loss(t: Tensor, name: Any = None) -> Array:
    return Array((), t.dtype, kind="tensor")


@function("tensorflow.math.confusion_matrix")
def confusion_matrix(
    labels: Tensor, predictions: Tensor, num_classes: Any = None, weights: Any = None, dtype: Any = "int32",
    name: Any = None,
) -> Array:  # fmt: skip
    """A row and a column for each class that occurs, or that is asked for."""
    count = as_int(num_classes)
    size: Dim = ANY if count is None else count
    return Array((size, size), "int32" if dtype == "int32" else "", kind="tensor")


@function("tensorflow.function")
def tf_function(
    func: Any = None, input_signature: Any = None, autograph: Any = True, jit_compile: Any = None, *_: Any, **__: Any
) -> Any:
    """The function itself: traced, it gives what it gave."""
    return Unknown("a decorator") if func is None else func
