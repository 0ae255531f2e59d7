"""Numbers and texts of Python of which only the type is known."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .dim import Linear
from .dtype import UNKNOWN_DTYPE, DType, of_scalar
from .interval import Interval, hull
from .reference import Many
from .unknown import Unknown

TEXT = "str"
_NUMBERS = ("bool", "int64", "float64")


@dataclass(frozen=True, slots=True)
class Scalar(Unknown):
    """A number or text that could not be worked out: an array of it has the rank 0.

    dtype: numpy's name for its type; "" where it is one or another. interval: between which numbers it is.
    """

    dtype: DType = UNKNOWN_DTYPE
    interval: Interval | None = None


def text(reason: str) -> Scalar:
    """A text that is not known."""
    return Scalar(reason, dtype=TEXT)


def texts(reason: str, length: object = None) -> Many:
    """A list of texts that are not known."""
    return Many(reason, element=text(reason), length=length)


def type_of(value: object) -> DType | None:
    """The type of a number or text, known or not; None of anything else."""
    if isinstance(value, Scalar):
        return value.dtype
    if isinstance(value, Linear):
        return "int64"
    return of_scalar(value) if isinstance(value, (bool, int, float, str)) else None


def either(a: object, b: object, reason: str, key: object) -> Scalar | None:
    """What is known of a value that is one scalar or another; None where one of them is none."""
    types = (type_of(a), type_of(b))
    if None in types:
        return None
    dtype = types[0] if types[0] == types[1] else UNKNOWN_DTYPE
    return Scalar(reason, key, dtype=dtype or UNKNOWN_DTYPE, interval=_between(hull(_bounds(a), _bounds(b))))


def _between(bounds: Interval | None) -> Interval | None:
    # Which of the two it is nobody knows.
    return None if bounds is None else Interval(bounds.low, bounds.high, attained=False)


def _bounds(value: object) -> Interval | None:
    if isinstance(value, Scalar):
        return value.interval
    return Interval(value, value) if isinstance(value, (int, float)) and math.isfinite(value) else None


def computed(op: str, left: object, right: object) -> DType | None:
    """The type that an operator makes of two scalars; None where it makes no scalar of them."""
    types = (type_of(left), type_of(right))
    if op == "%" and types[0] == TEXT:
        return TEXT
    if None in types or op not in ("+", "-", "*", "/", "//", "%"):
        return None
    if types == (TEXT, TEXT) and op == "+":
        return TEXT
    if not all(dtype in _NUMBERS for dtype in types):
        return None
    return "float64" if op == "/" or "float64" in types else "int64"
