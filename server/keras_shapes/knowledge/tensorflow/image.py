"""tensorflow.image and the pictures of tensorflow.io."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array, Shape
from ...values.dim import ANY, Dim, same
from ...values.interval import Interval
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import as_int, as_number
from ..coercion import Tensor
from ..numpy.elementwise import cast_to
from ..numpy.intervals import dtype_range, within
from ..registry import function
from .creation import dim, dims

_IMAGE = "tensorflow.image."


def _check_rank(images: Array) -> Shape | None:
    if images.shape is not None and len(images.shape) not in (3, 4):
        raise Mismatch("array-shapes", (3, 4), images.shape, operation="image", ranks=(3, 4))
    return images.shape


def _with_size(images: Array, height: Dim, width: Dim, dtype: str | None = None) -> Array:
    shape = _check_rank(images)
    made = None if shape is None else (*shape[:-3], height, width, shape[-1])
    return Array(made, images.dtype if dtype is None else dtype, images.interval, kind=images.kind)


@function(_IMAGE + "resize")
def resize(
    images: Tensor, size: Any, method: Any = "bilinear", preserve_aspect_ratio: Any = False, antialias: Any = False,
    **_: Any,
) -> Array:  # fmt: skip
    """Floats, unless the nearest pixel is taken. Bicubic and Lanczos kernels overshoot the pixels' bounds."""
    target = dims(size)
    if target is not None and len(target) != 2:
        raise Mismatch("array-shapes", 2, target, operation="image", size=True)
    height, width = target if target is not None and preserve_aspect_ratio is False else (ANY, ANY)
    name = getattr(method, "name", method)
    name = name.rpartition(".")[2].lower() if isinstance(name, str) else ""
    nearest = name in ("nearest", "nearest_neighbor")
    dtype = images.dtype if nearest else "float32" if name else ""
    result = _with_size(images, height, width, dtype)
    return result if name in ("bilinear", "area") or nearest else result.like(interval=None)


@function(_IMAGE + "resize_with_pad")
def resize_with_pad(image: Tensor, target_height: Any, target_width: Any, *_: Any, **__: Any) -> Array:
    return _with_size(image, dim(target_height), dim(target_width), "float32").like(interval=None)


@function(_IMAGE + "resize_with_crop_or_pad")
def resize_with_crop_or_pad(image: Tensor, target_height: Any, target_width: Any, **_: Any) -> Array:
    return _with_size(image, dim(target_height), dim(target_width)).like(interval=None)


@function(_IMAGE + "crop_to_bounding_box", _IMAGE + "pad_to_bounding_box")
def to_bounding_box(
    image: Tensor, offset_height: Any, offset_width: Any, target_height: Any, target_width: Any, **_: Any
) -> Array:
    return _with_size(image, dim(target_height), dim(target_width)).like(interval=None)


@function(_IMAGE + "central_crop")
def central_crop(image: Tensor, central_fraction: Any) -> Array:
    return _with_size(image, ANY, ANY).like(interval=within(image.interval))


@function(_IMAGE + "random_crop")
def random_crop(value: Tensor, size: Any, **_: Any) -> Array:
    target = dims(size)
    if target is not None and value.shape is not None:
        too_large = any(isinstance(t, int) and isinstance(d, int) and t > d for t, d in zip(target, value.shape))
        if len(target) != len(value.shape) or too_large:
            raise Mismatch("array-shapes", value.shape, target, operation="random_crop")
    return Array(target, value.dtype, within(value.interval), kind=value.kind)


def _channels(images: Array, wanted: int, made: int) -> Array:
    """Pictures whose last axis must be `wanted`, with `made` channels afterwards."""
    shape = images.require_min_rank(1, "array-shapes")
    if shape is not None and isinstance(shape[-1], int) and same(shape[-1], wanted) is False:
        raise Mismatch("array-shapes", wanted, shape, operation="image", axis=len(shape) - 1, channels=True)
    result = None if shape is None else (*shape[:-1], made)
    return Array(result, images.dtype, within(images.interval), kind=images.kind)


@function(_IMAGE + "rgb_to_grayscale")
def rgb_to_grayscale(images: Tensor, **_: Any) -> Array:
    return _channels(images, 3, 1)


@function(_IMAGE + "grayscale_to_rgb")
def grayscale_to_rgb(images: Tensor, **_: Any) -> Array:
    return _channels(images, 1, 3).like(interval=images.interval)


@function(_IMAGE + "rgb_to_hsv", _IMAGE + "hsv_to_rgb", _IMAGE + "rgb_to_yuv", _IMAGE + "yuv_to_rgb")
def rgb_to_hsv(images: Tensor, **_: Any) -> Array:
    return _channels(images, 3, 3).like(interval=None)


@function(_IMAGE + "convert_image_dtype")
def convert_image_dtype(image: Tensor, dtype: Any, saturate: Any = False, **_: Any) -> Array:
    """Between integers and floats the pixels are scaled to the type's range: uint8 to floats of 0 to 1."""
    after = dtypes.as_dtype(dtype)
    limits = dtype_range(image.dtype)
    if after == image.dtype:
        return image
    if dtypes.is_float(after) and limits is not None:
        bounds = None if image.interval is None else image.interval.affine(1 / limits[1], 0)
        return Array(image.shape, after, bounds, kind=image.kind)
    if dtypes.is_float(after) and dtypes.is_float(image.dtype):
        return cast_to(image, after)
    return Array(image.shape, after, kind=image.kind)


_FLIPS = """flip_left_right flip_up_down random_flip_left_right random_flip_up_down stateless_random_flip_left_right
    stateless_random_flip_up_down""".split()
_COLOURS = """adjust_brightness adjust_contrast adjust_gamma adjust_hue adjust_saturation random_brightness
    random_contrast random_hue random_saturation stateless_random_brightness stateless_random_contrast
    random_jpeg_quality adjust_jpeg_quality""".split()


@function(*(_IMAGE + name for name in _FLIPS))
def flip(image: Tensor, *_: Any, **__: Any) -> Array:
    _check_rank(image)
    return image.like(content=None, node=None)


@function(*(_IMAGE + name for name in _COLOURS))
def colours(image: Tensor, *_: Any, **__: Any) -> Array:
    return Array(image.shape, image.dtype, kind=image.kind)


@function(_IMAGE + "per_image_standardization")
def standardize(image: Tensor) -> Array:
    return Array(_check_rank(image), "float32" if not dtypes.is_float(image.dtype) else image.dtype, kind=image.kind)


@function(_IMAGE + "rot90")
def rot90(image: Tensor, k: Any = 1, **_: Any) -> Array:
    shape, turns = _check_rank(image), as_int(k)
    if shape is None or turns is None:
        return image.unranked()
    height, width = shape[-3:-1]
    return _with_size(image, width, height) if turns % 2 else image.like(node=None)


@function(_IMAGE + "transpose")
def transpose(image: Tensor, **_: Any) -> Array:
    return rot90(image)


@function(
    *(f"tensorflow.{part}decode_{kind}" for part in ("io.", "image.") for kind in ("jpeg", "png", "image", "bmp"))
)
def decode(contents: Any, channels: Any = 0, *_: Any, **keywords: Any) -> Array | Unknown:
    """A picture from a file's bytes: its height and width only the file knows."""
    count = as_number(channels)
    made: Dim = int(count) if count else ANY
    dtype = dtypes.as_dtype(keywords["dtype"]) if "dtype" in keywords else "uint8"
    if keywords.get("expand_animations", False) is not False:
        return Unknown("a picture, or several")
    return Array((None, None, made), dtype, Interval(0, 255) if dtype == "uint8" else None, kind="tensor")


@function("tensorflow.io.read_file")
def read_file(filename: Any, *_: Any, **__: Any) -> Unknown:
    return Unknown("a file's bytes")
