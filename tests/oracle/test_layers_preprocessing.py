"""Scaling and image layers, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, some, tensor

pytestmark = pytest.mark.keras

_SIZE: dict[str, tuple[Any, ...]] = {"height": (1, 2, 4, 7), "width": (1, 3, 5)}
_FORMATS = (None, "channels_last", "channels_first")


def _layer(cls: str, ranks: tuple[int, ...], required: dict[str, tuple[Any, ...]], **choices: tuple[Any, ...]) -> Any:
    def case(draw: Random) -> Case:
        arguments = some(draw, **choices) | {k: draw.choice(v) for k, v in required.items()}
        rank = draw.choice(ranks) if draw.random() < 0.9 else draw.choice((1, 2, 5))
        return LayerCase(Build(cls, arguments), calls(draw, tensor(draw, rank)))

    return case


TABLE = {
    "Rescaling": _layer("Rescaling", (1, 2, 3, 4), {"scale": (1 / 255, 2, 1 / 127.5)}, offset=(0, -1.0)),
    "Normalization": _layer(
        "Normalization", (1, 2, 3, 4), {}, axis=(-1, None, 1, (1, 2), -2), mean=(None, None, 2.0), variance=(None, 1.0)
    ),
    "Resizing": _layer("Resizing", (3, 4), _SIZE, interpolation=("bilinear", "nearest"), data_format=_FORMATS),
    "CenterCrop": _layer("CenterCrop", (3, 4), _SIZE, data_format=_FORMATS),
    "RandomCrop": _layer("RandomCrop", (3, 4), _SIZE),
    "RandomFlip": _layer("RandomFlip", (3, 4), {}, mode=("horizontal", "vertical", "horizontal_and_vertical")),
    "RandomRotation": _layer("RandomRotation", (3, 4), {"factor": (0.1, (-0.2, 0.3))}),
    "RandomZoom": _layer("RandomZoom", (3, 4), {"height_factor": (0.1, (-0.2, 0.3))}, width_factor=(0.1,)),
    "RandomTranslation": _layer(
        "RandomTranslation", (3, 4), {"height_factor": (0.1, (-0.2, 0.3)), "width_factor": (0.1,)}
    ),
    "RandomBrightness": _layer("RandomBrightness", (3, 4), {"factor": (0.1, (-0.2, 0.3))}),
    "RandomContrast": _layer("RandomContrast", (3, 4), {"factor": (0.1, (0.2, 0.3))}),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
