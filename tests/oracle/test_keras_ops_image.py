"""keras.ops.image against real Keras: on arrays, and on symbolic tensors."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from .arrays import Draw, filled, one_of, sizes
from .harness import check
from .ops import either

pytestmark = pytest.mark.keras

_FIRST_LAST = one_of(None, "channels_last", "channels_first")


def _images(name: str, *more: Callable[[Random], Any], **keywords: Callable[[Random], Any]) -> Draw:
    def drawn(draw: Random) -> tuple[tuple[Any, ...], dict[str, Any]]:
        shape = [*sizes(draw, draw.choice((2, 3, 3))), draw.choice((3, 3, 1, 2))]
        if draw.random() < 0.1:
            shape = shape[1:]
        a = filled(draw, shape, draw.choice(("float32", "uint8", "float64")))
        return (a, *(m(draw) for m in more)), {k: d(draw) for k, d in keywords.items() if draw.random() < 0.7}

    return either(f"ops.image.{name}", drawn)


TABLE: dict[str, Draw] = {
    "keras.ops.image.resize": _images("resize", one_of((4, 5), (8, 8)), interpolation=one_of("bilinear", "nearest"), data_format=_FIRST_LAST),
    "keras.ops.image.rgb_to_grayscale": _images("rgb_to_grayscale", data_format=_FIRST_LAST),
    "keras.ops.image.pad_images": _images("pad_images", one_of(1, 2), one_of(0, 1), one_of(1, 1, None), one_of(2, 2, None)),
    "keras.ops.image.crop_images": _images("crop_images", one_of(0, 1), one_of(0), one_of(0, 0, None), one_of(0, 0, None)),
    "keras.ops.image.extract_patches": _images("extract_patches", one_of(1, 2, (2, 1)), padding=one_of("valid", "same")),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
