"""Python's own random numbers, as far as arrays are indexed and sized with them."""

from __future__ import annotations

from typing import Any

from ..values.dim import Linear, symbol
from ..values.unknown import Unknown
from .registry import function
from .run import Run


@function("random.randint", "random.randrange", "random.getrandbits")
def randint(*bounds: Any, run: Run) -> Linear | Unknown:
    """Some integer, the same wherever its name is used."""
    return Unknown("a random number") if run is None else symbol("i", run.new("number"))


@function("random.seed")
def nothing(*_: Any) -> None:
    return None
