"""Convolutions, against real Keras: every window, stride, padding, dilation and data format."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, rank_near, some, tensor

pytestmark = pytest.mark.keras


def window(draw: Random, rank: int, sizes: tuple[int, ...], wrong: float = 0.05) -> Any:
    """One number, or one an axis; now and then too many of them."""
    if draw.random() < wrong:
        return draw.choice((0, -1, (2,) * (rank + 1), 1.5))
    return draw.choice(sizes) if draw.random() < 0.5 else tuple(draw.choice(sizes) for _ in range(rank))


def _arguments(draw: Random, rank: int) -> dict[str, Any]:
    arguments: dict[str, Any] = {"kernel_size": window(draw, rank, (1, 2, 3))}
    if draw.random() < 0.4:
        arguments["strides"] = window(draw, rank, (1, 2, 3))
    elif draw.random() < 0.3:
        arguments["dilation_rate"] = window(draw, rank, (1, 2))
    formats = ("channels_last", "channels_first", None, "last") if draw.random() < 0.3 else (None,)
    return arguments | some(
        draw, padding=("valid", "same", "SAME", "causal"), data_format=formats, use_bias=(True, False)
    )


def _convolution(cls: str, rank: int, *, filters: bool = True, **more: tuple[Any, ...]) -> Any:
    def case(draw: Random) -> Case:
        arguments = _arguments(draw, rank) | some(draw, **more)
        if filters:
            arguments["filters"] = draw.choice((1, 2, 4, 4, 6, 0)) if draw.random() < 0.3 else 4
        first = tensor(draw, rank_near(draw, rank + 2), (1, 2, 3, 4, 6, 8) if rank < 3 else (1, 2, 3, 4))
        # TensorFlow's eager Conv3D gives back nonsense, not an error, for real data smaller than the window.
        once = rank == 3 and first.eager
        return LayerCase(Build(cls, arguments), (first,) if once else calls(draw, first))

    return case


def _transposed(cls: str, rank: int) -> Any:
    plain = _convolution(cls, rank)

    def case(draw: Random) -> Case:
        made: LayerCase = plain(draw)
        extra = {"output_padding": window(draw, rank, (0, 1, 0, 2), wrong=0)} if draw.random() < 0.3 else {}
        return replace(made, layer=Build(cls, made.layer.arguments | extra))

    return case


_GROUPS: dict[str, tuple[Any, ...]] = {"groups": (1, 1, 1, 2, 3, 0)}
_DEPTH: dict[str, tuple[Any, ...]] = {"depth_multiplier": (1, 1, 2, 3, 0)}

TABLE = {
    "Conv1D": _convolution("Conv1D", 1, **_GROUPS),
    "Conv2D": _convolution("Conv2D", 2, **_GROUPS),
    "Conv3D": _convolution("Conv3D", 3, **_GROUPS),
    "SeparableConv1D": _convolution("SeparableConv1D", 1, **_DEPTH),
    "SeparableConv2D": _convolution("SeparableConv2D", 2, **_DEPTH),
    "DepthwiseConv1D": _convolution("DepthwiseConv1D", 1, filters=False, **_DEPTH),
    "DepthwiseConv2D": _convolution("DepthwiseConv2D", 2, filters=False, **_DEPTH),
    "Conv1DTranspose": _transposed("Conv1DTranspose", 1),
    "Conv2DTranspose": _transposed("Conv2DTranspose", 2),
    "Conv3DTranspose": _transposed("Conv3DTranspose", 3),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
