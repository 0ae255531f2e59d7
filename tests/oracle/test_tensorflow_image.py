"""tensorflow.image against real TensorFlow."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from .arrays import Draw, filled, one_of, sizes
from .functions import FunctionCase
from .harness import Case, check

pytestmark = pytest.mark.keras


def _pictures(name: str, *more: Callable[[Random], Any], channels: tuple[int, ...] = (3, 3, 3, 1, 2), **keywords: Callable[[Random], Any]) -> Draw:  # fmt: skip
    def case(draw: Random) -> Case:
        shape = [*sizes(draw, draw.choice((2, 3, 3))), draw.choice(channels)]
        if draw.random() < 0.08:
            shape = shape[1:]
        import tensorflow as tf

        pictures = tf.constant(filled(draw, shape, draw.choice(("float32", "uint8"))))
        given = {k: d(draw) for k, d in keywords.items() if draw.random() < 0.7}
        return FunctionCase(f"tensorflow.image.{name}", (pictures, *(m(draw) for m in more)), given)

    return case


_METHODS = one_of("bilinear", "nearest", "bicubic", "area")

TABLE: dict[str, Draw] = {
    "resize": _pictures("resize", one_of((4, 5), [8, 8], (3,)), method=_METHODS),
    "resize_with_pad": _pictures("resize_with_pad", one_of(4, 7), one_of(5)),
    "resize_with_crop_or_pad": _pictures("resize_with_crop_or_pad", one_of(4, 7), one_of(5, 1)),
    "rgb_to_grayscale": _pictures("rgb_to_grayscale"),
    "grayscale_to_rgb": _pictures("grayscale_to_rgb", channels=(1, 1, 1, 3)),
    "convert_image_dtype": _pictures("convert_image_dtype", one_of("float32", "uint8", "float64")),
    "flip_left_right": _pictures("flip_left_right"),
    "flip_up_down": _pictures("flip_up_down"),
    "random_flip_left_right": _pictures("random_flip_left_right"),
    "adjust_brightness": _pictures("adjust_brightness", one_of(0.1)),
    "adjust_contrast": _pictures("adjust_contrast", one_of(0.1)),
    "per_image_standardization": _pictures("per_image_standardization"),
    "rot90": _pictures("rot90", k=one_of(0, 1, 2, 3)),
    "transpose": _pictures("transpose"),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_tensorflow(name: str) -> None:
    check(TABLE, name)
