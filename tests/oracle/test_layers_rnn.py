"""Recurrent layers and the wrappers around them, against real Keras."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from .harness import Case, check
from .layers import Build, LayerCase, calls, rank_near, some, tensor

pytestmark = pytest.mark.keras


def recurrent(draw: Random, cls: str) -> Build:
    names = ("return_sequences", "return_state", "go_backwards", "stateful", "unroll")
    flags = dict.fromkeys(names, (False, False, True))
    if cls == "GRU":
        flags["reset_after"] = (True, False, True)
    units = draw.choice((1, 2, 3, 4, 4, 4, 4, 0, -1, 1.5))
    return Build(cls, {"units": units, **some(draw, use_bias=(True, False), **flags)})


def _layer(cls: str) -> Any:
    def case(draw: Random) -> Case:
        first = tensor(draw, rank_near(draw, 3), (1, 2, 3, 4))
        return LayerCase(recurrent(draw, cls), calls(draw, first))

    return case


TABLE = {cls: _layer(cls) for cls in ("SimpleRNN", "GRU", "LSTM")}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
