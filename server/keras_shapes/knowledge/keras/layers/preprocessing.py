"""keras/src/layers/preprocessing/: scaling, and what is done to images."""

from __future__ import annotations

from typing import Any

from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, as_dim, multiply, product
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...registry import layer
from .arguments import axes_from_end
from .images import channels_first, checked_image


@layer
def Rescaling(x: Array, scale: Any, offset: Any = 0.0, **_: Any) -> Array:
    """keras/src/layers/preprocessing/rescaling.py"""
    output = x.computed(x.shape)
    if x.interval and isinstance(scale, (int, float)) and isinstance(offset, (int, float)):
        return output.like(interval=x.interval.affine(scale, offset))
    return output


def _named(axis: Any) -> tuple[int, ...] | None:
    axes = () if axis is None else tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    return axes if all(isinstance(a, int) for a in axes) else None


def _kept(x: Array, axis: Any) -> tuple[int, ...]:
    """The axes from the end that have a mean and variance each. Raises Mismatch out of range."""
    axes = _named(axis)
    if x.shape is None or axes is None:
        return ()
    return axes_from_end(x, axes)


@layer(fixes=_kept, compared="broadcast")
def Normalization(
    x: Array, axis: Any = -1, mean: Any = None, variance: Any = None, invert: Any = False, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/normalization.py"""
    if mean is not None and x.kind != "symbolic" and x.shape is not None:
        # The given mean may be broader than real data of size 1.
        return x.computed(tuple(ANY if d == 1 else d for d in x.shape))
    _kept(x, axis)
    return x.computed(x.shape)


@Normalization.checks
def _(mean: Any, variance: Any) -> None:
    known = not isinstance(mean, Unknown) and not isinstance(variance, Unknown)
    if known and (mean is None) != (variance is None):
        raise Mismatch("layer-argument", None, mean, argument="mean", need="variance")


@Normalization.parameters_of
def _(x: Array, axis: Any, mean: Any) -> Dim:
    # The mean, the variance and a count.
    if _named(axis) is None:
        return ANY
    return add(multiply(product((x.shape or ())[a] for a in _kept(x, axis)), 2), 1) if mean is None else _none(mean)


def _none(mean: Any) -> Dim:
    """Where the mean is given there is nothing to learn; ANY where it may be None."""
    return ANY if isinstance(mean, Unknown) else 0


def _resized(x: Array, height: Any, width: Any, data_format: Any, any_rank: bool = False) -> Shape | None:
    shape, first = checked_image(x), channels_first(data_format)
    if shape is None or first is None:
        return None
    sizes = list(shape)
    # Any rank but 4 is taken for one image alone; or the last three axes are the image.
    place = (len(shape) - 3 if any_rank else 1 if len(shape) == 4 else 0) + first
    if place < 0 or place + 1 >= len(sizes):
        raise Mismatch("layer-rank", 4, shape, ranks=(3, 4))
    sizes[place : place + 2] = as_dim(height), as_dim(width)
    return tuple(sizes)


@layer
def Resizing(
    x: Array, height: Any, width: Any, interpolation: Any = "bilinear", crop_to_aspect_ratio: Any = False,
    pad_to_aspect_ratio: Any = False, fill_mode: Any = "constant", fill_value: Any = 0.0, antialias: Any = False,
    data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/resizing.py"""
    shape = _resized(x, height, width, data_format)
    output = x.computed(shape) if x.kind == "symbolic" else x.reshaped(shape)
    return output.like(interval=x.interval if interpolation in ("bilinear", "nearest", "area") else None)


@layer
def CenterCrop(x: Array, height: Any, width: Any, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/center_crop.py"""
    if x.shape is not None and len(x.shape) not in (3, 4):
        raise Mismatch("layer-rank", 4, x.shape, ranks=(3, 4))
    return x.computed(_resized(x, height, width, data_format)).like(interval=x.interval)


@layer
def RandomCrop(
    x: Array, height: Any, width: Any, seed: Any = None, data_format: Any = None, name: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_crop.py"""
    return x.computed(_resized(x, height, width, data_format, any_rank=True)).like(interval=x.interval)


@layer
def RandomFlip(
    x: Array, mode: Any = "horizontal_and_vertical", seed: Any = None, data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_flip.py"""
    return x.computed(checked_image(x)).like(interval=x.interval)


@layer
def RandomRotation(
    x: Array, factor: Any, fill_mode: Any = "reflect", interpolation: Any = "bilinear", seed: Any = None,
    fill_value: Any = 0.0, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_rotation.py"""
    return x.computed(checked_image(x)).like(interval=x.interval)


@layer
def RandomZoom(
    x: Array, height_factor: Any, width_factor: Any = None, fill_mode: Any = "reflect",
    interpolation: Any = "bilinear", seed: Any = None, fill_value: Any = 0.0, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_zoom.py"""
    return x.computed(checked_image(x)).like(interval=x.interval)


@layer
def RandomTranslation(
    x: Array, height_factor: Any, width_factor: Any, fill_mode: Any = "reflect", interpolation: Any = "bilinear",
    seed: Any = None, fill_value: Any = 0.0, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_translation.py"""
    return x.computed(checked_image(x)).like(interval=x.interval)


@layer
def RandomBrightness(x: Array, factor: Any, value_range: Any = (0, 255), seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_brightness.py"""
    shape = checked_image(x)
    return x.computed(shape) if x.kind == "symbolic" else x.reshaped(shape).like(interval=None)


@layer
def RandomContrast(x: Array, factor: Any, value_range: Any = (0, 255), seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_contrast.py"""
    return x.computed(checked_image(x))
