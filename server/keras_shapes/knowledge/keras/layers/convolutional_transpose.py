"""keras/src/layers/convolutional/: the transposed convolutions."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import as_tuple, transposed_length
from ....values.array import Array
from ....values.dim import Dim, add, as_dim, multiply, product
from ....values.mismatch import Mismatch
from ...registry import layer
from . import images
from .convolutional import check_windows


def _transposed(
    x: Array, rank: int, filters: Any, kernel_size: Any, strides: Any, padding: Any, output_padding: Any,
    data_format: Any, dilation_rate: Any,
) -> Array:  # fmt: skip
    batch, spatial, _ = images.split(x.require_rank(rank + 2), data_format)
    kernels, steps, dilations = (as_tuple(v, rank) for v in (kernel_size, strides, dilation_rate))
    extra = as_tuple(output_padding, rank)
    sizes = [transposed_length(spatial[i], kernels[i], steps[i], padding, extra[i], dilations[i]) for i in range(rank)]
    return x.computed(images.join(batch, sizes, as_dim(filters), data_format))


@layer(fixes=lambda data_format: images.channel_axis(3, data_format))
def Conv1DTranspose(
    x: Array, filters: Any, kernel_size: Any, strides: Any = 1, padding: Any = "valid", output_padding: Any = None,
    data_format: Any = None, dilation_rate: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/conv1d_transpose.py"""
    return _transposed(x, 1, filters, kernel_size, strides, padding, output_padding, data_format, dilation_rate)


@layer(fixes=lambda data_format: images.channel_axis(4, data_format))
def Conv2DTranspose(
    x: Array, filters: Any, kernel_size: Any, strides: Any = (1, 1), padding: Any = "valid",
    output_padding: Any = None, data_format: Any = None, dilation_rate: Any = (1, 1), activation: Any = None,
    use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/conv2d_transpose.py"""
    return _transposed(x, 2, filters, kernel_size, strides, padding, output_padding, data_format, dilation_rate)


@layer(fixes=lambda data_format: images.channel_axis(5, data_format))
def Conv3DTranspose(
    x: Array, filters: Any, kernel_size: Any, strides: Any = (1, 1, 1), padding: Any = "valid",
    data_format: Any = None, output_padding: Any = None, dilation_rate: Any = (1, 1, 1), activation: Any = None,
    use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/conv3d_transpose.py"""
    return _transposed(x, 3, filters, kernel_size, strides, padding, output_padding, data_format, dilation_rate)


@Conv1DTranspose.parameters_of
@Conv2DTranspose.parameters_of
@Conv3DTranspose.parameters_of
def _(x: Array, filters: Any, kernel_size: Any, data_format: Any, use_bias: Any) -> Dim:
    shape = x.shape or ()
    channels = images.channels_of(shape, data_format)
    window = product(as_tuple(kernel_size, len(shape) - 2))
    return add(product((window, channels, filters)), multiply(filters, use_bias))


def _check_output_padding(rank: int) -> Any:
    windows = check_windows(rank)

    def check(strides: Any, output_padding: Any, **more: Any) -> None:
        windows(strides=strides, **more)
        if isinstance(output_padding, (list, tuple)) and len(output_padding) != rank:
            raise Mismatch("layer-argument", rank, output_padding, argument="output_padding", need="length")
        for extra, stride in zip(as_tuple(output_padding, rank), as_tuple(strides, rank)):
            if isinstance(extra, int) and isinstance(stride, int) and not 0 <= extra < stride:
                raise Mismatch("layer-argument", stride, output_padding, argument="output_padding", need="below")

    return check


Conv1DTranspose.checks(_check_output_padding(1))
Conv2DTranspose.checks(_check_output_padding(2))
Conv3DTranspose.checks(_check_output_padding(3))
