"""keras.ops.image. Source: keras/src/ops/image.py."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import as_tuple, conv_length
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, subtract
from ....values.mismatch import Mismatch
from ...arguments import as_axes
from ...coercion import Tensor
from ...numpy.intervals import within
from ...registry import function
from .naming import dim, dims


def _check_rank(images: Array) -> Shape | None:
    if images.shape is not None and len(images.shape) not in (3, 4):
        raise Mismatch("array-shapes", (3, 4), images.shape, operation="image", ranks=(3, 4))
    return images.shape


def _first(data_format: Any) -> bool:
    return isinstance(data_format, str) and data_format == "channels_first"


def _with_size(images: Array, height: Dim, width: Dim, data_format: Any) -> Array:
    """The same pictures in another size."""
    shape = _check_rank(images)
    if shape is None or not (data_format is None or isinstance(data_format, str)):
        return Array(None, images.dtype, kind=images.kind)
    lead = shape[:-3]
    made = (*lead, shape[-3], height, width) if _first(data_format) else (*lead, height, width, shape[-1])
    return Array(made, images.dtype, within(images.interval), kind=images.kind)


@function("keras.ops.image.resize")
def resize(
    images: Tensor, size: Any, interpolation: Any = "bilinear", antialias: Any = False,
    crop_to_aspect_ratio: Any = False, pad_to_aspect_ratio: Any = False, fill_mode: Any = "constant",
    fill_value: Any = 0.0, data_format: Any = None,
) -> Array:  # fmt: skip
    target = dims(size)
    if target is None or len(target) != 2:
        target = (ANY, ANY)
    result = _with_size(images, *target, data_format)
    attained = images.interval if interpolation in ("bilinear", "nearest") else None
    return result.like(interval=attained)


@function("keras.ops.image.rgb_to_grayscale")
def rgb_to_grayscale(images: Tensor, data_format: Any = None) -> Array:
    return _channels(images, 1, data_format)


@function("keras.ops.image.rgb_to_hsv", "keras.ops.image.hsv_to_rgb")
def rgb_to_hsv(images: Tensor, data_format: Any = None) -> Array:
    return _channels(images, 3, data_format)


def _channels(images: Array, count: int, data_format: Any) -> Array:
    shape = _check_rank(images)
    if shape is None or not (data_format is None or isinstance(data_format, str)):
        return Array(None, images.dtype, kind=images.kind)
    place = len(shape) - 3 if _first(data_format) else len(shape) - 1
    if isinstance(shape[place], int) and shape[place] not in (1, 3):
        raise Mismatch("array-shapes", 3, shape, operation="image", axis=place, channels=True)
    made = tuple(count if i == place else d for i, d in enumerate(shape))
    return Array(made, images.dtype, within(images.interval), kind=images.kind)


@function("keras.ops.image.affine_transform", "keras.ops.image.gaussian_blur", "keras.ops.image.elastic_transform")
def affine_transform(images: Tensor, *_: Any, **__: Any) -> Array:
    return Array(_check_rank(images), images.dtype, kind=images.kind)


@function("keras.ops.image.pad_images")
def pad_images(
    images: Tensor, top_padding: Any = None, left_padding: Any = None, bottom_padding: Any = None,
    right_padding: Any = None, target_height: Any = None, target_width: Any = None, data_format: Any = None,
) -> Array:  # fmt: skip
    return _grown(images, data_format, add, (top_padding, bottom_padding, target_height),
                  (left_padding, right_padding, target_width))  # fmt: skip


@function("keras.ops.image.crop_images")
def crop_images(
    images: Tensor, top_cropping: Any = None, left_cropping: Any = None, bottom_cropping: Any = None,
    right_cropping: Any = None, target_height: Any = None, target_width: Any = None, data_format: Any = None,
) -> Array:  # fmt: skip
    return _grown(images, data_format, subtract, (top_cropping, bottom_cropping, target_height),
                  (left_cropping, right_cropping, target_width))  # fmt: skip


def _grown(images: Array, data_format: Any, change: Any, rows: tuple[Any, ...], columns: tuple[Any, ...]) -> Array:
    """Two of before, after and the target's size are given for each axis; the third follows."""
    shape = _check_rank(images)
    if shape is None:
        return Array(None, images.dtype, kind=images.kind)
    height, width = shape[-2:] if _first(data_format) else shape[-3:-1]
    sizes = []
    for size, (before, after, target) in ((height, rows), (width, columns)):
        if target is not None:
            sizes.append(dim(target))
        elif before is not None and after is not None:
            sizes.append(change(change(size, dim(before)), dim(after)))
        else:
            sizes.append(ANY)
    return _with_size(images, sizes[0], sizes[1], data_format)


@function("keras.ops.image.extract_patches")
def extract_patches(
    images: Tensor, size: Any, strides: Any = None, dilation_rate: Any = 1, padding: Any = "valid",
    data_format: Any = None,
) -> Array:  # fmt: skip
    if isinstance(size, (list, tuple)) and len(size) == 3:
        return Array(None, images.dtype, kind=images.kind)  # of volumes, since Keras 3.13
    shape = _check_rank(images)
    patch = as_tuple(size, 2) if isinstance(size, (int, list, tuple)) else (ANY, ANY)
    steps = patch if strides is None else as_tuple(strides, 2)
    if shape is None or _first(data_format) or (isinstance(size, (list, tuple)) and as_axes(size) is None):
        return Array(None, images.dtype, kind=images.kind)
    if isinstance(size, (list, tuple)) and len(size) != 2:
        return Array(None, images.dtype, kind=images.kind)
    try:
        lengths = [conv_length(d, p, s, padding, dilation_rate) for d, p, s in zip(shape[-3:-1], patch, steps)]
    except Mismatch:
        # Nothing raises: what comes of too large a patch depends on the backend.
        return Array(None, images.dtype, kind=images.kind)
    depth = ANY if not isinstance(shape[-1], int) or ANY in patch else shape[-1] * patch[0] * patch[1]
    return Array((*shape[:-3], *lengths, depth), images.dtype, within(images.interval), kind=images.kind)
