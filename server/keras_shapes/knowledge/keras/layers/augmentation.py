"""keras/src/layers/preprocessing/image_preprocessing/: what changes images at random, and never their shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....values.array import Array
from ....values.dtype import is_float
from ....values.mismatch import Mismatch
from ...binding import Rule
from ...registry import layer
from .arguments import check_data_format
from .images import channels_of, checked_image


def _augmented(x: Array) -> Array:
    """Other pixels in the same places; whole numbers become the layer's type."""
    return x.computed(checked_image(x))


def _moved(x: Array) -> Array:
    """The same pixels in other places."""
    return _augmented(x).like(interval=x.interval)


@layer
def AugMix(
    x: Array, value_range: Any = (0, 255), num_chains: Any = 3, chain_depth: Any = 3, factor: Any = 0.3,
    alpha: Any = 1.0, all_ops: Any = True, interpolation: Any = "bilinear", seed: Any = None, data_format: Any = None,
    **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/aug_mix.py"""
    return _augmented(x)


@layer
def AutoContrast(x: Array, value_range: Any = (0, 255), **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/auto_contrast.py"""
    return _augmented(x)


@layer
def ContrastLimitedAdaptiveHistogramEqualization(
    x: Array, value_range: Any = (0, 255), clip_limit: Any = 4.0, tile_grid_size: Any = (8, 8),
    data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/clahe.py"""
    made = _augmented(x)
    return made if x.kind == "symbolic" or is_float(x.dtype) else made.like(dtype=x.dtype)


@layer
def CutMix(x: Any, factor: Any = 1.0, seed: Any = None, data_format: Any = None, **_: Any) -> Any:
    """keras/src/layers/preprocessing/image_preprocessing/cut_mix.py"""
    return _mixed(x)


@layer
def MixUp(x: Any, alpha: Any = 0.2, data_format: Any = None, seed: Any = None, **_: Any) -> Any:
    """keras/src/layers/preprocessing/image_preprocessing/mix_up.py"""
    return _mixed(x)


def _mixed(x: Any) -> Any:
    """Images mixed with one another; in a dict their labels beside them."""
    if isinstance(x, dict):
        return {k: v.computed(v.shape) if k == "labels" and isinstance(v, Array) else _mixed(v) for k, v in x.items()}
    return _moved(x) if isinstance(x, Array) else x


@layer
def Equalization(x: Array, value_range: Any = (0, 255), bins: Any = 256, data_format: Any = None, **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/equalization.py"""
    made = _augmented(x)
    # Of symbolic tensors Keras says that the element type is kept; real data become the layer's type.
    return made if x.kind != "symbolic" or is_float(x.dtype) else made.like(dtype=x.dtype)


@layer
def MaxNumBoundingBoxes(x: Array, max_number: Any, fill_value: Any = -1, **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/max_num_bounding_box.py"""
    shape = checked_image(x)
    return x.computed(shape) if x.kind == "symbolic" else x.reshaped(shape)


@layer
def RandAugment(
    x: Array, value_range: Any = (0, 255), num_ops: Any = 2, factor: Any = 0.5, interpolation: Any = "bilinear",
    seed: Any = None, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/rand_augment.py"""
    return _augmented(x)


@layer
def RandomColorDegeneration(
    x: Array, factor: Any, value_range: Any = (0, 255), data_format: Any = None, seed: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_color_degeneration.py"""
    if x.kind == "symbolic" and x.shape is not None:
        _check_colours(x, data_format)
    return _augmented(x)


def _check_colours(x: Array, data_format: Any) -> None:
    """An image, or a batch of them, in red, green and blue: asked of symbolic tensors only."""
    shape = x.shape or ()
    if len(shape) not in (3, 4):
        raise Mismatch("layer-rank", 4, shape, ranks=(3, 4))
    # An image alone has no batch axis in front.
    channels = channels_of((None, *shape[-3:]), data_format)
    if isinstance(channels, int) and channels != 3:
        raise Mismatch("layer-shape", (*shape[:-1], 3), shape, channels=channels)


@layer
def RandomColorJitter(
    x: Array, value_range: Any = (0, 255), brightness_factor: Any = None, contrast_factor: Any = None,
    saturation_factor: Any = None, hue_factor: Any = None, seed: Any = None, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_color_jitter.py"""
    return _augmented(x)


@layer
def RandomElasticTransform(
    x: Array, factor: Any = 1.0, scale: Any = 1.0, interpolation: Any = "bilinear", fill_mode: Any = "reflect",
    fill_value: Any = 0.0, value_range: Any = (0, 255), seed: Any = None, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_elastic_transform.py"""
    return _augmented(x)


@layer
def RandomErasing(
    x: Array, factor: Any = 1.0, scale: Any = (0.02, 0.33), fill_value: Any = None, value_range: Any = (0, 255),
    seed: Any = None, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_erasing.py"""
    return _augmented(x)


@layer
def RandomGaussianBlur(
    x: Array, factor: Any = 1.0, kernel_size: Any = 3, sigma: Any = 1.0, value_range: Any = (0, 255),
    data_format: Any = None, seed: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_gaussian_blur.py"""
    return _augmented(x)


@layer
def RandomGrayscale(x: Array, factor: Any = 0.5, data_format: Any = None, seed: Any = None, **_: Any) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_grayscale.py"""
    return x.reshaped(checked_image(x))


@layer
def RandomHue(
    x: Array, factor: Any, value_range: Any = (0, 255), data_format: Any = None, seed: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_hue.py"""
    return _augmented(x)


@layer
def RandomInvert(
    x: Array, factor: Any = 1.0, value_range: Any = (0, 255), seed: Any = None, data_format: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_invert.py"""
    return _augmented(x)


@layer
def RandomPerspective(
    x: Array, factor: Any = 1.0, scale: Any = 1.0, interpolation: Any = "bilinear", fill_value: Any = 0.0,
    seed: Any = None, data_format: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_perspective.py"""
    return _moved(x)


@layer
def RandomPosterization(
    x: Array, factor: Any, value_range: Any = (0, 255), data_format: Any = None, seed: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_posterization.py"""
    return _augmented(x)


@layer
def RandomSaturation(
    x: Array, factor: Any, value_range: Any = (0, 255), data_format: Any = None, seed: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_saturation.py"""
    return _augmented(x)


@layer
def RandomSharpness(
    x: Array, factor: Any, value_range: Any = (0, 255), data_format: Any = None, seed: Any = None, **_: Any
) -> Array:
    """keras/src/layers/preprocessing/image_preprocessing/random_sharpness.py"""
    return _augmented(x)


@layer
def RandomShear(
    x: Array, x_factor: Any = 0.0, y_factor: Any = 0.0, interpolation: Any = "bilinear", fill_mode: Any = "reflect",
    fill_value: Any = 0.0, data_format: Any = None, seed: Any = None, **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/random_shear.py"""
    return _moved(x)


@layer
def Solarization(
    x: Array, addition_factor: Any = 0.0, threshold_factor: Any = 0.0, value_range: Any = (0, 255), seed: Any = None,
    **_: Any,
) -> Array:  # fmt: skip
    """keras/src/layers/preprocessing/image_preprocessing/solarization.py"""
    return _augmented(x)


def _check_factor(low: float, high: float) -> Callable[..., None]:
    """A number within bounds, or two, the least and the greatest. Source: base_image_preprocessing_layer.py."""

    def check(factor: Any, data_format: Any = None) -> None:
        check_data_format(data_format)
        ends = tuple(factor) if isinstance(factor, (list, tuple)) else (factor, factor)
        if len(ends) != 2:
            raise Mismatch("layer-argument", 2, factor, argument="factor", need="length")
        least, most = ends
        if isinstance(factor, str) or (isinstance(least, (int, float)) and least > high):
            raise Mismatch("layer-argument", (low, high), factor, argument="factor", need="range")
        if isinstance(most, (int, float)) and most < low:
            raise Mismatch("layer-argument", (low, high), factor, argument="factor", need="range")

    return check


_SHARES: tuple[Rule, ...] = (AugMix, CutMix, RandAugment, RandomElasticTransform, RandomErasing, RandomGaussianBlur,
                             RandomHue, RandomInvert, RandomPerspective, RandomSharpness)  # fmt: skip
for _rule in _SHARES:
    _rule.checks(_check_factor(0, 1))
for _rule in (RandomColorDegeneration, RandomSaturation):
    _rule.checks(_check_factor(-1, 1))
RandomPosterization.checks(_check_factor(1, 8))
