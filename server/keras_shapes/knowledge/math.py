"""`math` on numbers that are known."""

from __future__ import annotations

import math
from typing import Any

from ..values.unknown import Unknown
from .arguments import plain
from .registry import attribute, function

_NUMBERS = (bool, int, float)
# Past these sizes a number is none of a program that we follow, and costs time.
_LARGEST = 10.0**12
_FUNCTIONS = (
    "acos asin atan atan2 ceil comb copysign cos degrees erf exp fabs factorial floor fmod gcd hypot isclose isqrt lcm "
    "ldexp log log10 log1p log2 perm pow prod radians remainder sin sqrt tan tanh trunc"
).split()


def known(values: Any) -> bool:
    """Whether all are numbers, of sizes that programs we follow have."""
    return all(isinstance(v, _NUMBERS) and abs(v) < _LARGEST for v in values)


def _function(name: str) -> None:
    real = getattr(math, name)

    @function(f"math.{name}")
    def _call(*values: Any, **keywords: Any) -> Any:
        numbers = [plain(v) for v in values]
        product = name == "prod" and isinstance(numbers[0], (list, tuple))
        flat = [*numbers[0], *keywords.values()] if product else numbers
        if not known(flat) or (name in ("factorial", "comb", "perm") and any(v > 100 for v in flat)):
            return Unknown("a number that is not known")
        try:
            return real(*numbers, **keywords)
        except (ValueError, OverflowError, TypeError, ArithmeticError):
            return Unknown("a number that is not known")


for _name in _FUNCTIONS:
    if hasattr(math, _name):
        _function(_name)


def _constant(name: str) -> None:
    value = getattr(math, name)

    @attribute(f"math.{name}")
    def _read() -> float:
        return float(value)


for _name in ("pi", "e", "tau", "inf", "nan"):
    _constant(_name)
