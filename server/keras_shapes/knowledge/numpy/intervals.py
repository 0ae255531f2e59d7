"""The bounds of an array's elements, through numpy's operations."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ...values.array import Array, Shape
from ...values.dim import product
from ...values.dtype import bits, is_float, is_integer, kind
from ...values.interval import Interval, Number
from ...values.unknown import Unknown

# How many times more elements than values there must be before each value is taken to occur: with ten times as
# many draws a given value is missing once in 22,000.
_ENOUGH = 10


_LARGEST = {"float16": (-65504.0, 65504.0), "float32": (-3.4e38, 3.4e38)}


@dataclass(frozen=True, slots=True)
class Extremum(Unknown):
    """The largest element of an array with these bounds, itself unknown: dividing by it scales to at most 1."""

    of: Interval | None = None


def dtype_range(dtype: str) -> tuple[Number, Number] | None:
    """The least and the greatest integer of a type; None for floats, whose range is no bound in practice."""
    if kind(dtype) == "b":
        return 0, 1
    if not is_integer(dtype):
        return None
    if kind(dtype) == "u":
        return 0, 2 ** bits(dtype) - 1
    return -(2 ** (bits(dtype) - 1)), 2 ** (bits(dtype) - 1) - 1


def fitted(interval: Interval | None, dtype: str) -> Interval | None:
    """The bounds, unless elements of this type would wrap around to meet them."""
    limits = dtype_range(dtype) or _LARGEST.get(dtype)
    if interval is None or any(isinstance(e, float) and math.isnan(e) for e in (interval.low, interval.high)):
        return None
    return interval if limits is None or interval.within(*limits) else None


def spread(interval: Interval | None, dtype: str, shape: Shape | None) -> Interval | None:
    """The bounds of some of the elements, in an array of this shape: attained only where it is large enough."""
    if interval is None or not interval.attained:
        return interval
    size = None if shape is None else product(shape)
    if size == 1:
        return replace(interval, attained=interval.low == interval.high)
    if is_float(dtype) or not isinstance(size, int):
        return interval
    return replace(interval, attained=size >= _ENOUGH * (interval.high - interval.low + 1))


def within(interval: Interval | None) -> Interval | None:
    """The same bounds, not known to be met."""
    return None if interval is None else replace(interval, attained=False)


def mapped(interval: Interval | None, f: Callable[[Any], Any]) -> Interval | None:
    """The bounds after a function that never falls; None where it is not defined on them."""
    if interval is None:
        return None
    try:
        return Interval(f(interval.low), f(interval.high), interval.attained)
    except (ValueError, OverflowError, ZeroDivisionError):
        return None


def absolute(interval: Interval | None) -> Interval | None:
    if interval is None or interval.low >= 0:
        return interval
    if interval.high <= 0:
        return Interval(-interval.high, -interval.low, interval.attained)
    # That some element is 0 is likely of floats, and not known of integers.
    return Interval(0.0, max(-interval.low, interval.high), interval.attained and isinstance(interval.high, float))


def cast(interval: Interval | None, before: str, after: str) -> Interval | None:
    """The bounds after astype: fractions are cut off, what does not fit is unknown."""
    if interval is None or kind(after) == "c" or not kind(after) or kind(before) == "c":
        return None
    if kind(after) == "b":
        return Interval(0, 1, interval.attained and interval.low == 0)
    if is_integer(after) and not is_integer(before):
        if not (math.isfinite(interval.low) and math.isfinite(interval.high)):
            return None
        low, high = math.trunc(interval.low), math.trunc(interval.high)
        # Bounds of floats are often not met exactly (`rand() * 10` never is 10): cut off, they may be off by one.
        exact = before == "bool" or (low == interval.low == 0 and high != interval.high)
        return fitted(Interval(low, high, interval.attained and exact), after)
    return fitted(interval, after)


def of_content(content: tuple[Any, ...] | None) -> Interval | None:
    """The exact bounds of known numbers."""
    if not content or not all(isinstance(c, (int, float)) and math.isfinite(c) for c in content):
        return None
    return Interval(min(content), max(content))


def constant(array: Array) -> Number | None:
    """The one number that an array holds everywhere; None where there is none."""
    if array.interval is not None and array.interval.low == array.interval.high:
        return array.interval.low
    return None
