"""keras/src/layers/convolutional/"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values.arithmetic import as_tuple, conv_length
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, as_dim, floor_divide, multiply, product
from ....values.mismatch import Mismatch
from ...registry import layer
from . import images
from .arguments import check_count, check_data_format, check_padding, check_window, greatest


def _convolved(
    x: Array, rank: int, channels: Any, kernel_size: Any, strides: Any, padding: Any, data_format: Any, dilation: Any
) -> Array:
    """What every convolution with this many spatial axes gives. Source: keras/src/ops/operation_utils.py."""
    batch, spatial, _ = images.split(x.require_rank(rank + 2), data_format)
    windows = zip(spatial, as_tuple(kernel_size, rank), as_tuple(strides, rank), as_tuple(dilation, rank))
    sizes = [conv_length(size, k, s, padding, d) for size, k, s, d in windows]
    return x.computed(images.join(batch, sizes, as_dim(channels), data_format))


def _grouped(x: Array, data_format: Any, groups: Any) -> None:
    """The input's channels are divided among the groups."""
    channels = images.channels_of(x.shape or (ANY, ANY), data_format)
    if isinstance(channels, int) and isinstance(groups, int) and groups > 0 and channels % groups:
        raise Mismatch("layer-shape", groups, x.shape, groups=groups, channels=channels)


def _depth(x: Array, shape: Shape, data_format: Any, multiplier: Any) -> Dim:
    """How many channels come of a depthwise convolution. Their number must be known, weights or not."""
    channels = images.channels_of(shape, data_format)
    if channels is None:
        raise Mismatch("undefined-size", None, x.shape, axis=images.channel_axis(len(shape), data_format)[0])
    return multiply(channels, multiplier)


@layer(fixes=lambda data_format: images.channel_axis(3, data_format))
def Conv1D(
    x: Array, filters: Any, kernel_size: Any, strides: Any = 1, padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = 1, groups: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/conv1d.py"""
    output = _convolved(x, 1, filters, kernel_size, strides, padding, data_format, dilation_rate)
    _grouped(x, data_format, groups)
    return output


@layer(fixes=lambda data_format: images.channel_axis(4, data_format))
def Conv2D(
    x: Array, filters: Any, kernel_size: Any, strides: Any = (1, 1), padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = (1, 1), groups: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/conv2d.py"""
    output = _convolved(x, 2, filters, kernel_size, strides, padding, data_format, dilation_rate)
    _grouped(x, data_format, groups)
    return output


@layer(fixes=lambda data_format: images.channel_axis(5, data_format))
def Conv3D(
    x: Array, filters: Any, kernel_size: Any, strides: Any = (1, 1, 1), padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = (1, 1, 1), groups: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/conv3d.py"""
    output = _convolved(x, 3, filters, kernel_size, strides, padding, data_format, dilation_rate)
    _grouped(x, data_format, groups)
    return output


@layer(fixes=lambda data_format: images.channel_axis(3, data_format))
def SeparableConv1D(
    x: Array, filters: Any, kernel_size: Any, strides: Any = 1, padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = 1, depth_multiplier: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/separable_conv1d.py"""
    return _convolved(x, 1, filters, kernel_size, strides, padding, data_format, dilation_rate)


@layer(fixes=lambda data_format: images.channel_axis(4, data_format))
def SeparableConv2D(
    x: Array, filters: Any, kernel_size: Any, strides: Any = (1, 1), padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = (1, 1), depth_multiplier: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/separable_conv2d.py"""
    return _convolved(x, 2, filters, kernel_size, strides, padding, data_format, dilation_rate)


@layer(fixes=lambda data_format: images.channel_axis(3, data_format))
def DepthwiseConv1D(
    x: Array, kernel_size: Any, strides: Any = 1, padding: Any = "valid", depth_multiplier: Any = 1,
    data_format: Any = None, dilation_rate: Any = 1, activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/depthwise_conv1d.py"""
    depth = _depth(x, x.require_rank(3), data_format, depth_multiplier)
    return _convolved(x, 1, depth, kernel_size, strides, padding, data_format, dilation_rate)


@layer(fixes=lambda data_format: images.channel_axis(4, data_format))
def DepthwiseConv2D(
    x: Array, kernel_size: Any, strides: Any = (1, 1), padding: Any = "valid", depth_multiplier: Any = 1,
    data_format: Any = None, dilation_rate: Any = (1, 1), activation: Any = None, use_bias: Any = True, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/convolutional/depthwise_conv2d.py"""
    depth = _depth(x, x.require_rank(4), data_format, depth_multiplier)
    return _convolved(x, 2, depth, kernel_size, strides, padding, data_format, dilation_rate)


@Conv1D.parameters_of
@Conv2D.parameters_of
@Conv3D.parameters_of
def _(x: Array, filters: Any, kernel_size: Any, data_format: Any, groups: Any, use_bias: Any) -> Dim:
    shape = x.shape or ()
    channels = images.channels_of(shape, data_format)
    window = product(as_tuple(kernel_size, len(shape) - 2))
    return add(product((window, floor_divide(channels, groups), filters)), multiply(filters, use_bias))


@SeparableConv1D.parameters_of
@SeparableConv2D.parameters_of
def _(x: Array, filters: Any, kernel_size: Any, data_format: Any, depth_multiplier: Any, use_bias: Any) -> Dim:
    shape = x.shape or ()
    depth = multiply(images.channels_of(shape, data_format), depth_multiplier)
    window = product(as_tuple(kernel_size, len(shape) - 2))
    return add(add(multiply(window, depth), multiply(depth, filters)), multiply(filters, use_bias))


@DepthwiseConv1D.parameters_of
@DepthwiseConv2D.parameters_of
def _(x: Array, kernel_size: Any, data_format: Any, depth_multiplier: Any, use_bias: Any) -> Dim:
    shape = x.shape or ()
    depth = multiply(images.channels_of(shape, data_format), depth_multiplier)
    return add(multiply(product(as_tuple(kernel_size, len(shape) - 2)), depth), multiply(depth, use_bias))


def check_windows(rank: int, causal: bool = False, dilated_strides: bool = False) -> Callable[..., None]:
    """What the constructors of convolutions with `rank` spatial axes refuse."""

    def check(kernel_size: Any, strides: Any, padding: Any, data_format: Any, dilation_rate: Any, **more: Any) -> None:
        check_window("kernel_size", kernel_size, rank)
        check_window("strides", strides, rank)
        check_window("dilation_rate", dilation_rate, rank)
        check_padding(padding, causal)
        check_data_format(data_format)
        for name in ("filters", "depth_multiplier", "groups"):
            check_count(name, more.get(name, 1))
        _check_groups(more.get("filters"), more.get("groups"))
        if not dilated_strides and greatest(strides) not in (1, ANY) and greatest(dilation_rate) not in (1, ANY):
            facts = {"argument": "dilation_rate", "need": "strides", "strides": strides}
            raise Mismatch("layer-argument", 1, dilation_rate, **facts)

    return check


def _check_groups(filters: Any, groups: Any) -> None:
    if isinstance(filters, int) and isinstance(groups, int) and filters % groups:
        raise Mismatch("layer-argument", filters, groups, argument="groups", need="divides")


Conv1D.checks(check_windows(1, causal=True))
Conv2D.checks(check_windows(2))
Conv3D.checks(check_windows(3))
SeparableConv1D.checks(check_windows(1, dilated_strides=True))
SeparableConv2D.checks(check_windows(2, dilated_strides=True))
DepthwiseConv1D.checks(check_windows(1, dilated_strides=True))
DepthwiseConv2D.checks(check_windows(2, dilated_strides=True))
