"""`operator` on numbers that are known."""

from __future__ import annotations

import operator
from typing import Any

from ..values.unknown import Unknown
from .arguments import plain
from .math import known
from .registry import function


def _operator(name: str) -> None:
    real = getattr(operator, name)

    @function(f"operator.{name}")
    def _call(a: Any, b: Any) -> Any:
        numbers = (plain(a), plain(b))
        if not known(numbers) or (name == "pow" and abs(numbers[1]) > 64):
            return Unknown("a number that is not known")
        try:
            return real(*numbers)
        except (ArithmeticError, ValueError):
            return Unknown("a number that is not known")


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    _operator(_name)
