"""keras.ops: convolutions, pooling and what rearranges their channels. Source: keras/src/ops/nn.py."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import as_tuple, conv_length, transposed_length
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, floor_divide, multiply, same, subtract
from ....values.dtype import is_float
from ....values.mismatch import Mismatch
from ...arguments import as_int, joint_kind, refuse
from ...coercion import Tensor
from ..layers import images
from .naming import dims, op


def _fitted(inputs: Array, kernel: Array, data_format: Any, channels_at: int) -> tuple[Shape, Shape] | None:
    """Both shapes, where they are known and of one rank. Raises Mismatch where the kernel is for other channels."""
    if inputs.shape is None or kernel.shape is None or len(inputs.shape) < 3:
        return None
    if len(inputs.shape) != len(kernel.shape):
        # What a kernel of another rank makes of symbolic tensors, data never do.
        if joint_kind(inputs, kernel) == "symbolic":
            return None
        raise Mismatch("array-shapes", inputs.shape, kernel.shape, operation="conv")
    channels, wanted = images.channels_of(inputs.shape, data_format), kernel.shape[channels_at]
    if isinstance(channels, int) and isinstance(wanted, int) and (channels % wanted if wanted else channels):
        raise Mismatch("array-shapes", inputs.shape, kernel.shape, operation="conv", inner=(channels, wanted))
    return inputs.shape, kernel.shape


def _convolved(
    inputs: Array, shapes: tuple[Shape, Shape] | None, filters: Dim, strides: Any, padding: Any, data_format: Any,
    dilation_rate: Any,
) -> Array:  # fmt: skip
    refuse("conv", inputs, "buic")
    if shapes is None:
        return Array(None, inputs.dtype, kind=inputs.kind)
    shape, kernel = shapes
    batch, spatial, _ = images.split(shape, data_format)
    rank = len(spatial)
    windows = zip(spatial, kernel[:-2], as_tuple(strides, rank), as_tuple(dilation_rate, rank))
    sizes = [conv_length(size, k, s, padding, d) for size, k, s, d in windows]
    return Array(images.join(batch, sizes, filters, data_format), inputs.dtype, kind=inputs.kind)


@op("conv")
def conv(
    inputs: Tensor, kernel: Tensor, strides: Any = 1, padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = 1,
) -> Array:  # fmt: skip
    shapes = _fitted(inputs, kernel, data_format, -2)
    return _convolved(inputs, shapes, shapes[1][-1] if shapes else ANY, strides, padding, data_format, dilation_rate)


@op("depthwise_conv")
def depthwise_conv(
    inputs: Tensor, kernel: Tensor, strides: Any = 1, padding: Any = "valid", data_format: Any = None,
    dilation_rate: Any = 1,
) -> Array:  # fmt: skip
    shapes = _fitted(inputs, kernel, data_format, -2)
    filters = multiply(shapes[1][-1], shapes[1][-2]) if shapes else ANY
    return _convolved(inputs, shapes, filters, strides, padding, data_format, dilation_rate)


@op("separable_conv")
def separable_conv(
    inputs: Tensor, depthwise_kernel: Tensor, pointwise_kernel: Tensor, strides: Any = 1, padding: Any = "valid",
    data_format: Any = None, dilation_rate: Any = 1,
) -> Array:  # fmt: skip
    shapes = _fitted(inputs, depthwise_kernel, data_format, -2)
    filters = pointwise_kernel.shape[-1] if pointwise_kernel.shape else ANY
    return _convolved(inputs, shapes, filters, strides, padding, data_format, dilation_rate)


@op("conv_transpose")
def conv_transpose(
    inputs: Tensor, kernel: Tensor, strides: Any = 1, padding: Any = "valid", output_padding: Any = None,
    data_format: Any = None, dilation_rate: Any = 1,
) -> Array:  # fmt: skip
    shapes = _fitted(inputs, kernel, data_format, -1)
    refuse("conv_transpose", inputs, "buic")
    if shapes is None:
        return Array(None, inputs.dtype, kind=inputs.kind)
    batch, spatial, _ = images.split(shapes[0], data_format)
    rank = len(spatial)
    steps, extra, dilations = (as_tuple(v, rank) for v in (strides, output_padding, dilation_rate))
    sizes = [
        transposed_length(spatial[i], shapes[1][i], steps[i], padding, extra[i], dilations[i]) for i in range(rank)
    ]
    return Array(images.join(batch, sizes, shapes[1][-2], data_format), inputs.dtype, kind=inputs.kind)


def _pooled(inputs: Array, pool_size: Any, strides: Any, padding: Any, data_format: Any, average: bool) -> Array:
    if average:
        refuse("average_pool", inputs, "buic")
    if inputs.shape is None or len(inputs.shape) < 3:
        return Array(None, inputs.dtype, kind=inputs.kind)
    batch, spatial, channels = images.split(inputs.shape, data_format)
    rank = len(spatial)
    windows = zip(spatial, as_tuple(pool_size, rank), as_tuple(pool_size if strides is None else strides, rank))
    try:
        sizes = [conv_length(n, k, s, padding) for n, k, s in windows]
    except Mismatch:
        # Of data that are too small TensorFlow makes an axis of 0, save the greatest of real numbers.
        if inputs.kind == "symbolic" or (is_float(inputs.dtype) and not average):
            raise
        sizes = [ANY] * rank
    made = images.join(batch, sizes, channels, data_format)
    # Arrays of numpy's become float32, tensors keep their type: which of them it is we do not tell apart.
    dtype = inputs.dtype if inputs.kind == "symbolic" or inputs.dtype in ("float32", "int32") else ""
    return Array(made, dtype, None if average else inputs.interval, kind=inputs.kind)


@op("max_pool")
def max_pool(
    inputs: Tensor, pool_size: Any, strides: Any = None, padding: Any = "valid", data_format: Any = None
) -> Array:
    return _pooled(inputs, pool_size, strides, padding, data_format, average=False)


@op("average_pool")
def average_pool(
    inputs: Tensor, pool_size: Any, strides: Any = None, padding: Any = "valid", data_format: Any = None
) -> Array:
    return _pooled(inputs, pool_size, strides, padding, data_format, average=True)


@op("adaptive_max_pool", "adaptive_average_pool")
def adaptive_max_pool(inputs: Tensor, output_size: Any, data_format: Any = None) -> Array:
    if isinstance(output_size, int) and inputs.kind == "symbolic":
        raise Mismatch("array-shapes", "a tuple of sizes", output_size, operation="adaptive_pool")
    rank = 0 if inputs.shape is None else len(inputs.shape) - 2
    sizes = as_tuple(output_size, rank) if isinstance(output_size, int) else dims(output_size)
    if inputs.shape is None or sizes is None or len(inputs.shape) < 3:
        return Array(None, inputs.dtype, kind=inputs.kind)
    batch, _, channels = images.split(inputs.shape, data_format)
    if inputs.kind == "symbolic" and not images.channels_first(data_format):
        # What Keras says there: as many axes are cut off as sizes are asked for, the channels among them.
        return Array((*inputs.shape[: -len(sizes)], *sizes, inputs.shape[-1]), inputs.dtype, kind=inputs.kind)
    return Array(images.join(batch, sizes, channels, data_format), inputs.dtype, kind=inputs.kind)


def _blocks(x: Array, data_format: Any) -> tuple[Dim, images.Spatial, Dim] | None:
    return None if x.shape is None else images.split(x.require_rank(4, "array-shapes"), data_format)


def _divided(size: Dim, by: int, x: Array, operation: str) -> Dim:
    if isinstance(size, int) and size % by:
        raise Mismatch("array-shapes", f"a size that {by} divides", x.shape, operation=operation)
    return None if size is None else floor_divide(size, by)


@op("depth_to_space")
def depth_to_space(x: Tensor, block_size: Any, data_format: Any = "channels_last") -> Array:
    parts, block = _blocks(x, data_format), as_int(block_size)
    if parts is None or block is None or block < 1:
        return Array(None, x.dtype, kind=x.kind)
    batch, spatial, channels = parts
    depth = _divided(channels, block * block, x, "depth_to_space")
    return x.reshaped(images.join(batch, [multiply(n, block) for n in spatial], depth, data_format))


@op("space_to_depth")
def space_to_depth(x: Tensor, block_size: Any, data_format: Any = "channels_last") -> Array:
    parts, block = _blocks(x, data_format), as_int(block_size)
    if parts is None or block is None or block < 1:
        return Array(None, x.dtype, kind=x.kind)
    batch, spatial, channels = parts
    sizes = [_divided(n, block, x, "space_to_depth") for n in spatial]
    return x.reshaped(images.join(batch, sizes, multiply(channels, block * block), data_format))


@op("unfold")
def unfold(x: Tensor, kernel_size: Any, dilation: Any = 1, padding: Any = 0, stride: Any = 1) -> Array:
    """Every window of channels-first pictures as a column."""
    if x.shape is not None and len(x.shape) != 4:
        raise Mismatch("array-shapes", 4, x.shape, operation="unfold")
    if x.shape is None:
        return Array(None, x.dtype, kind=x.kind)
    batch, channels, *spatial = x.shape
    kernels, dilations, pads, steps = (as_tuple(v, 2) for v in (kernel_size, dilation, padding, stride))
    count: Dim = 1
    for i in range(2):
        room = subtract(add(spatial[i], multiply(2, pads[i])), add(multiply(dilations[i], subtract(kernels[i], 1)), 1))
        count = multiply(count, add(floor_divide(room, steps[i]), 1))
    if isinstance(count, int) and count <= 0:
        return Array(None, x.dtype, kind=x.kind)
    return Array((batch, multiply(channels, multiply(*kernels)), count), x.dtype, kind=x.kind)


@op("fold")
def fold(x: Tensor, output_size: Any, kernel_size: Any, dilation: Any = 1, padding: Any = 0, stride: Any = 1) -> Array:
    """The reverse of `unfold`: columns summed up to channels-first pictures."""
    if x.shape is not None and len(x.shape) != 3:
        raise Mismatch("array-shapes", 3, x.shape, operation="fold")
    window, sizes = multiply(*as_tuple(kernel_size, 2)), as_tuple(output_size, 2)
    if x.shape is None or not isinstance(window, int) or window < 1:
        return Array(None, x.dtype, kind=x.kind)
    return Array((x.shape[0], _divided(x.shape[1], window, x, "fold"), *sizes), x.dtype, kind=x.kind)


@op("dot_product_attention")
def dot_product_attention(
    query: Tensor, key: Tensor, value: Tensor, bias: Any = None, mask: Any = None, scale: Any = None,
    is_causal: Any = False, flash_attention: Any = None, attn_logits_soft_cap: Any = None,
) -> Array:  # fmt: skip
    """(batch, steps, heads, size) each."""
    kind = joint_kind(query, key, value)
    for part in () if kind == "symbolic" else (query, key, value):
        if part.shape is not None and len(part.shape) != 4:
            raise Mismatch("array-shapes", 4, part.shape, operation="dot_product_attention")
        refuse("dot_product_attention", part, "bui")
    if query.shape and key.shape and joint_kind(query, key) != "symbolic":
        inner = (query.shape[-1], key.shape[-1])
        if same(*inner) is False and 1 not in inner:
            raise Mismatch("array-shapes", query.shape, key.shape, operation="dot_product_attention", inner=inner)
    alike = query.dtype == key.dtype == value.dtype
    shape = query.shape
    if shape and value.shape and kind != "symbolic":
        shape = (*shape[:-1], value.shape[-1])
    return Array(shape, query.dtype if alike else "", kind=kind)
