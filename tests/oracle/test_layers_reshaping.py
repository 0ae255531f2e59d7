"""Reshape, Permute, padding, cropping and upsampling, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, rank_near, some, tensor
from .test_layers_convolutional import window

pytestmark = pytest.mark.keras

_FORMATS = (None, "channels_last", "channels_first", "first")


def _reshape(draw: Random) -> Case:
    first = tensor(draw, draw.choice((1, 2, 3, 3, 4)), (1, 2, 3, 4, 6))
    sizes = [d for d in first.shape[1:] if d]
    draw.shuffle(sizes)
    kind = draw.random()
    if kind < 0.3:
        target = sizes
    elif kind < 0.6:
        target = [-1, *sizes[1:]]
        draw.shuffle(target)
    elif kind < 0.7:
        target = [draw.choice((-1, 1, 2, 6))]
    else:
        target = [draw.choice((-1, 1, 2, 3, 4, 6)) for _ in range(draw.randrange(4))]
    return LayerCase(Build("Reshape", {"target_shape": tuple(target)}), calls(draw, first))


def _permute(draw: Random) -> Case:
    dims = list(range(1, draw.choice((2, 3, 4))))
    draw.shuffle(dims)
    if draw.random() < 0.1:
        dims[0] = draw.choice((0, -1, 5))
    first = tensor(draw, rank_near(draw, len(dims) + 1))
    return LayerCase(Build("Permute", {"dims": tuple(dims)}), calls(draw, first))


def _repeat(draw: Random) -> Case:
    first = tensor(draw, rank_near(draw, 2))
    return LayerCase(Build("RepeatVector", {"n": draw.choice((1, 2, 5, 5, 2.5))}), calls(draw, first))


def _margins(draw: Random, rank: int) -> Any:
    def number() -> int:
        return draw.choice((0, 1, 2, 2, -1)) if draw.random() < 0.2 else draw.choice((0, 1, 2))

    kind = draw.random()
    if kind < 0.3:
        return number()
    if kind < 0.4:
        return draw.choice((1.5, (1,) * (rank + 1), ((1, 2, 3),) * rank, ((1,),) * rank))
    if rank == 1:
        return number(), number()
    return tuple(number() if draw.random() < 0.3 else (number(), number()) for _ in range(rank))


def _marginal(cls: str, name: str, rank: int, formats: bool = True) -> Any:
    def case(draw: Random) -> Case:
        arguments = {name: _margins(draw, rank)} if draw.random() < 0.9 else {}
        if formats:
            arguments |= some(draw, data_format=_FORMATS)
        return LayerCase(Build(cls, arguments), calls(draw, tensor(draw, rank_near(draw, rank + 2))))

    return case


def _upsampling(cls: str, rank: int) -> Any:
    def case(draw: Random) -> Case:
        arguments = {"size": draw.choice((1, 2, 3, 0, 1.5)) if rank == 1 else window(draw, rank, (1, 2, 3))}
        if rank > 1:
            arguments |= some(draw, data_format=_FORMATS)
        if rank == 2:
            arguments |= some(draw, interpolation=("nearest", "bilinear", "bicubic"))
        return LayerCase(Build(cls, arguments), calls(draw, tensor(draw, rank_near(draw, rank + 2))))

    return case


TABLE = {
    "Reshape": _reshape,
    "Permute": _permute,
    "RepeatVector": _repeat,
    "ZeroPadding1D": _marginal("ZeroPadding1D", "padding", 1),
    "ZeroPadding2D": _marginal("ZeroPadding2D", "padding", 2),
    "ZeroPadding3D": _marginal("ZeroPadding3D", "padding", 3),
    "Cropping1D": _marginal("Cropping1D", "cropping", 1, formats=False),
    "Cropping2D": _marginal("Cropping2D", "cropping", 2),
    "Cropping3D": _marginal("Cropping3D", "cropping", 3),
    "UpSampling1D": _upsampling("UpSampling1D", 1),
    "UpSampling2D": _upsampling("UpSampling2D", 2),
    "UpSampling3D": _upsampling("UpSampling3D", 3),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
