"""Layers that change images at random, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, some, tensor

pytestmark = pytest.mark.keras

_SHARE = (0.1, 0.5, 1.0, (0.2, 0.6), 0, 1.5, -0.5, (0.1, 0.2, 0.3))
_RANGE = ((0, 255), (0, 1))


def _layer(cls: str, required: dict[str, tuple[Any, ...]] | None = None, **choices: tuple[Any, ...]) -> Any:
    def case(draw: Random) -> Case:
        arguments = some(draw, **choices) | {k: draw.choice(v) for k, v in (required or {}).items()}
        rank = draw.choice((3, 4, 4)) if draw.random() < 0.9 else draw.choice((2, 5))
        first = tensor(draw, rank, (4, 6, 8), ("float32", "float32", "float16", "uint8", "int32"))
        # Most images have three channels; some of these layers mind.
        colours = draw.choice((3, 3, 3, 3, 1, None)) if not first.eager else 3
        return LayerCase(Build(cls, arguments), (type(first)((*first.shape[:-1], colours), first.dtype, first.eager),))

    return case


TABLE = {
    "AugMix": _layer("AugMix", factor=_SHARE, value_range=_RANGE),
    "AutoContrast": _layer("AutoContrast", value_range=_RANGE),
    "ContrastLimitedAdaptiveHistogramEqualization": _layer(
        "ContrastLimitedAdaptiveHistogramEqualization", value_range=_RANGE
    ),
    "CutMix": _layer("CutMix", factor=_SHARE),
    "Equalization": _layer("Equalization", value_range=_RANGE),
    "MaxNumBoundingBoxes": _layer("MaxNumBoundingBoxes", {"max_number": (1, 5)}),
    "MixUp": _layer("MixUp", alpha=(0.2, 0.5)),
    "RandAugment": _layer("RandAugment", factor=_SHARE, value_range=_RANGE),
    "RandomColorDegeneration": _layer("RandomColorDegeneration", {"factor": _SHARE}, value_range=_RANGE),
    "RandomColorJitter": _layer("RandomColorJitter", brightness_factor=(0.1,), contrast_factor=(0.2,)),
    "RandomElasticTransform": _layer("RandomElasticTransform", factor=_SHARE),
    "RandomErasing": _layer("RandomErasing", factor=_SHARE, value_range=_RANGE),
    "RandomGaussianBlur": _layer("RandomGaussianBlur", factor=_SHARE, kernel_size=(3, 5)),
    "RandomGrayscale": _layer("RandomGrayscale", factor=(0.1, 0.5, 1.0)),
    "RandomHue": _layer("RandomHue", {"factor": _SHARE}, value_range=_RANGE),
    "RandomInvert": _layer("RandomInvert", factor=_SHARE, value_range=_RANGE),
    "RandomPerspective": _layer("RandomPerspective", factor=_SHARE),
    "RandomPosterization": _layer("RandomPosterization", {"factor": (1, 4, 8, (2, 5), 0, 9)}, value_range=_RANGE),
    "RandomSaturation": _layer("RandomSaturation", {"factor": _SHARE}, value_range=_RANGE),
    "RandomSharpness": _layer("RandomSharpness", {"factor": _SHARE}, value_range=_RANGE),
    "RandomShear": _layer("RandomShear", x_factor=(0.1, (0.1, 0.3)), y_factor=(0.1,)),
    "Solarization": _layer("Solarization", addition_factor=(0.0, 0.2), threshold_factor=(0.0, 0.5)),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
