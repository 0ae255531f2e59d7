"""numpy's objects that are only subscripted (r_, c_, mgrid, ogrid), against real numpy."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge import binding, registry
from keras_shapes.values.reference import Object

from .arrays import Draw, array
from .functions import abstract
from .harness import Case, check


@dataclass(frozen=True)
class GridCase:
    """`np.<name>[key]`."""

    name: str
    key: Any

    def real(self) -> Any:
        return getattr(np, self.name)[self.key]

    def ours(self) -> Any:
        rule = registry.rule(f"numpy.{self.name}.__getitem__")
        assert rule is not None
        return binding.call(rule, (Object(f"numpy.{self.name}"), abstract(self.key)), {})


def _range(draw: Random) -> slice:
    return draw.choice((slice(0, 4), slice(1, 7, 2), slice(0, 1, 0.25), slice(0, 1, 5j)))


def _joined(name: str) -> Draw:
    def case(draw: Random) -> Case:
        rank = draw.choice((1, 1, 2))
        parts = [array(draw, rank) for _ in range(draw.choice((1, 2, 3)))]
        if rank == 1 and name == "r_":
            parts += [draw.choice((3, _range(draw)))]
        return GridCase(name, tuple(parts))

    return case


def _grid(name: str) -> Draw:
    def case(draw: Random) -> Case:
        count = draw.choice((0, 1, 2, 3))
        return GridCase(name, tuple(_range(draw) for _ in range(count)) if count else _range(draw))

    return case


TABLE: dict[str, Draw] = {
    "numpy.r_": _joined("r_"),
    "numpy.c_": _joined("c_"),
    "numpy.mgrid": _grid("mgrid"),
    "numpy.ogrid": _grid("ogrid"),
}


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
