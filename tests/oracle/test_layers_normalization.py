"""Normalization and activation layers, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, some, tensor

pytestmark = pytest.mark.keras

_FLAGS: dict[str, tuple[Any, ...]] = {"center": (True, False), "scale": (True, False)}
_AXES = (-1, -1, 1, 2, 3, -2, -3)


def _keeping(cls: str, ranks: tuple[int, ...] = (1, 2, 3, 4), required: Any = None, **choices: tuple[Any, ...]) -> Any:
    def case(draw: Random) -> Case:
        arguments = some(draw, **choices) | ({k: draw.choice(v) for k, v in required.items()} if required else {})
        first = tensor(draw, draw.choice(ranks))
        return LayerCase(Build(cls, arguments), calls(draw, first))

    return case


_NAMES = ("relu", "softmax", "sigmoid", "tanh", "linear", "elu", "softplus", "gelu", "swish", "exponential")

TABLE = {
    "BatchNormalization": _keeping("BatchNormalization", axis=_AXES, renorm=(False, False, True), **_FLAGS),
    "LayerNormalization": _keeping("LayerNormalization", axis=(*_AXES, (1, 2), (-1, -2)), **_FLAGS),
    "RMSNormalization": _keeping("RMSNormalization", axis=(-1, -1, 1, -2)),
    "GroupNormalization": _keeping(
        "GroupNormalization", (2, 3, 4), {"groups": (1, 2, 2, 3, -1)}, axis=(-1, -1, 1, 2), **_FLAGS
    ),
    "UnitNormalization": _keeping("UnitNormalization", axis=_AXES),
    "Activation": _keeping("Activation", (2, 3, 4), {"activation": _NAMES}),
    "ReLU": _keeping("ReLU", max_value=(None, 1.0, 6, -1), negative_slope=(0.0, 0.1, -0.5), threshold=(0.0, 1.0)),
    "LeakyReLU": _keeping("LeakyReLU", negative_slope=(0.1, 0.2, -0.1, None)),
    "ELU": _keeping("ELU", alpha=(1.0, 0.5)),
    "Softmax": _keeping("Softmax", (2, 3, 4), axis=(-1, 1)),
    "PReLU": _keeping("PReLU", shared_axes=(None, [1], [1, 2], 1)),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
