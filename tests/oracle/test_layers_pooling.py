"""Pooling, global and not, against real Keras."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, rank_near, some, tensor
from .test_layers_convolutional import window

pytestmark = pytest.mark.keras


def _pooling(cls: str, rank: int) -> Any:
    def case(draw: Random) -> Case:
        arguments: dict[str, Any] = {"pool_size": window(draw, rank, (1, 2, 3))}
        if draw.random() < 0.5:
            arguments["strides"] = draw.choice((None, window(draw, rank, (1, 2, 3), wrong=0)))  # so does a stride of 0
        formats = (None, "channels_last", "channels_first", "first")
        arguments |= some(draw, padding=("valid", "same", "valid", "full"), data_format=formats)
        first = tensor(draw, rank_near(draw, rank + 2), (1, 2, 3, 4, 6, 8) if rank < 3 else (1, 2, 3, 4))
        if first.eager:
            # On real data that are smaller than the window TensorFlow ends the whole process (SIGFPE).
            return LayerCase(Build(cls, arguments), (replace(first, shape=tuple(d + 2 for d in first.shape if d)),))
        return LayerCase(Build(cls, arguments), calls(draw, first))

    return case


def _global(cls: str, rank: int) -> Any:
    def case(draw: Random) -> Case:
        arguments = some(draw, keepdims=(True, False), data_format=(None, "channels_last", "channels_first", "first"))
        return LayerCase(Build(cls, arguments), calls(draw, tensor(draw, rank_near(draw, rank + 2))))

    return case


def _adaptive(cls: str, rank: int) -> Any:
    def case(draw: Random) -> Case:
        sizes = (1, 2, 3, (2,) * rank, (1, 2, 3)[:rank], (2,) * (rank + 1), 1.5, None)
        arguments = {"output_size": draw.choice(sizes)}
        arguments |= some(draw, data_format=(None, None, "channels_last", "channels_first", "first"))
        first = tensor(draw, rank_near(draw, rank + 2), (3, 4, 5, 6))
        # Of real data Keras takes windows one larger than it needs, which may end the whole process.
        return LayerCase(Build(cls, arguments), (replace(first, eager=first.eager and "Average" in cls),))

    return case


_KINDS = [(f"{kind}Pooling{rank}D", rank) for kind in ("Max", "Average") for rank in (1, 2, 3)]
TABLE = {name: _pooling(name, rank) for name, rank in _KINDS}
TABLE |= {f"Global{name}": _global(f"Global{name}", rank) for name, rank in _KINDS}
TABLE |= {f"Adaptive{name}": _adaptive(f"Adaptive{name}", rank) for name, rank in _KINDS}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
