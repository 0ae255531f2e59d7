"""keras.ops.image. Source: keras/src/ops/image.py."""

from __future__ import annotations

from typing import Any

from ....values.arithmetic import as_tuple, conv_length
from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, product, same, subtract
from ....values.mismatch import Mismatch
from ...arguments import as_axes, joint_kind
from ...coercion import Tensor
from ...numpy.intervals import within
from ...registry import function
from ...run import Run
from ..backend import IMAGE_DATA_FORMAT
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
def rgb_to_grayscale(images: Tensor, data_format: Any = None, *, run: Run) -> Array:
    return _channels(images, 1, _format(data_format, run))


@function("keras.ops.image.rgb_to_hsv", "keras.ops.image.hsv_to_rgb")
def rgb_to_hsv(images: Tensor, data_format: Any = None, *, run: Run) -> Array:
    return _channels(images, 3, _format(data_format, run))


def _format(data_format: Any, run: Run | None) -> Any:
    """Where none is given, the one that the program has set."""
    return run.setting(IMAGE_DATA_FORMAT, None) if data_format is None and run is not None else data_format


def _channels(images: Array, count: int, data_format: Any) -> Array:
    shape = _check_rank(images)
    if shape is None or not (data_format is None or isinstance(data_format, str)):
        return Array(None, images.dtype, kind=images.kind)
    place = len(shape) - 3 if _first(data_format) else len(shape) - 1
    # Where no format is given the program may have set another one.
    free = data_format is None and shape[-3] in (1, 3)
    if isinstance(shape[place], int) and shape[place] not in (1, 3) and not free:
        raise Mismatch("array-shapes", 3, shape, operation="image", axis=place, channels=True)
    made = tuple(count if i == place else d for i, d in enumerate(shape))
    return Array(made, images.dtype, within(images.interval), kind=images.kind)


@function("keras.ops.image.affine_transform")
def affine_transform(
    images: Tensor, transform: Tensor, interpolation: Any = "bilinear", fill_mode: Any = "constant",
    fill_value: Any = 0, data_format: Any = None,
) -> Array:  # fmt: skip
    shape = _check_rank(images)
    if transform.shape is not None and len(transform.shape) not in (1, 2):
        raise Mismatch("array-shapes", (1, 2), transform.shape, operation="affine_transform", ranks=(1, 2))
    return Array(shape, images.dtype, kind=images.kind)


@function("keras.ops.image.gaussian_blur")
def gaussian_blur(images: Tensor, kernel_size: Any = (3, 3), sigma: Any = (1.0, 1.0), data_format: Any = None) -> Array:
    return Array(_check_rank(images), images.dtype, kind=images.kind)


@function("keras.ops.image.elastic_transform")
def elastic_transform(
    images: Tensor, alpha: Any = 20.0, sigma: Any = 5.0, interpolation: Any = "bilinear", fill_mode: Any = "reflect",
    fill_value: Any = 0.0, seed: Any = None, data_format: Any = None,
) -> Array:  # fmt: skip
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
        if sum(part is None for part in (before, after, target)) != 1:
            raise Mismatch(
                "array-shapes", "two of before, after and target", (before, after, target), operation="image"
            )
        sizes.append(change(change(size, dim(before)), dim(after)) if target is None else dim(target))
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
    if images.kind != "symbolic" and images.dtype in ("uint8", "int8", "int16", "uint16", "int64", "bool"):
        # They are taken out by a convolution, of which TensorFlow has none for these.
        raise Mismatch("array-shapes", "floating-point numbers", images.dtype, operation="extract_patches")
    depth = ANY if not isinstance(shape[-1], int) or ANY in patch else shape[-1] * patch[0] * patch[1]
    return Array((*shape[:-3], *lengths, depth), images.dtype, within(images.interval), kind=images.kind)


@function("keras.ops.image.extract_patches_3d")
def extract_patches_3d(
    volumes: Tensor, size: Any, strides: Any = None, dilation_rate: Any = 1, padding: Any = "valid",
    data_format: Any = None,
) -> Array:  # fmt: skip
    shape = volumes.shape
    if shape is not None and len(shape) not in (4, 5):
        raise Mismatch("array-shapes", (4, 5), shape, operation="extract_patches_3d", ranks=(4, 5))
    patch = as_tuple(size, 3) if isinstance(size, (int, list, tuple)) else (ANY,) * 3
    steps = patch if strides is None else as_tuple(strides, 3)
    if shape is None or _first(data_format) or not all(isinstance(p, int) for p in (*patch, *steps)):
        return Array(None, volumes.dtype, kind=volumes.kind)
    try:
        lengths = [conv_length(d, p, s, padding, dilation_rate) for d, p, s in zip(shape[-4:-1], patch, steps)]
    except Mismatch:
        return Array(None, volumes.dtype, kind=volumes.kind)
    return Array((*shape[:-4], *lengths, product((shape[-1], *patch))), volumes.dtype, kind=volumes.kind)


@function("keras.ops.image.map_coordinates")
def map_coordinates(
    inputs: Tensor, coordinates: Tensor, order: Any, fill_mode: Any = "constant", fill_value: Any = 0
) -> Array:
    """One element for each column of coordinates."""
    places = coordinates.require_min_rank(2, "array-shapes")
    if places is not None and inputs.shape is not None and same(places[0], len(inputs.shape)) is False:
        raise Mismatch("array-shapes", len(inputs.shape), places, operation="map_coordinates")
    kind = joint_kind(inputs, coordinates)
    return Array(None if places is None else places[1:], inputs.dtype, kind=kind)


@function("keras.ops.image.perspective_transform")
def perspective_transform(
    images: Tensor, start_points: Tensor, end_points: Tensor, interpolation: Any = "bilinear", fill_value: Any = 0,
    data_format: Any = None,
) -> Array:  # fmt: skip
    shape = _check_rank(images)
    for points in (start_points, end_points):
        if points.shape is not None and (len(points.shape) not in (2, 3) or points.shape[-2:] != (4, 2)):
            raise Mismatch("array-shapes", (4, 2), points.shape, operation="perspective_transform")
    if start_points.rank != end_points.rank and None not in (start_points.rank, end_points.rank):
        raise Mismatch("array-shapes", start_points.shape, end_points.shape, operation="perspective_transform")
    return Array(shape, images.dtype, kind=images.kind)


@function("keras.ops.image.scale_and_translate")
def scale_and_translate(
    images: Tensor, output_shape: Any, scale: Any, translation: Any, spatial_dims: Any, method: Any,
    antialias: Any = True,
) -> Array:  # fmt: skip
    return Array(dims(output_shape), images.dtype, kind=images.kind)


@function("keras.ops.image.sobel_edges")
def sobel_edges(images: Tensor, data_format: Any = None) -> Array:
    """The slopes in both directions, on a new last axis."""
    if images.shape is not None and len(images.shape) != 4:
        raise Mismatch("array-shapes", 4, images.shape, operation="sobel_edges")
    return Array(None if images.shape is None else (*images.shape, 2), images.dtype, kind=images.kind)


@function("keras.ops.image.ssim")
def ssim(
    image1: Tensor, image2: Tensor, max_val: Any = 1.0, filter_size: Any = 11, filter_sigma: Any = 1.5, k1: Any = 0.01,
    k2: Any = 0.03, data_format: Any = None,
) -> Array:  # fmt: skip
    """How alike two pictures are: one number each."""
    shape = _check_rank(image1)
    _check_rank(image2)
    return Array(None if shape is None else shape[:-3], image1.dtype, kind=joint_kind(image1, image2))
