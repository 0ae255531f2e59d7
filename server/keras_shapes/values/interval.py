"""Between which numbers an array's elements lie, and whether those bounds are really met."""

from __future__ import annotations

from dataclasses import dataclass

Number = float | int


@dataclass(frozen=True, slots=True)
class Interval:
    """Elements are ≥ low and ≤ high. `attained`: the data really spreads over it, not merely within it."""

    low: Number
    high: Number
    attained: bool = True

    def affine(self, factor: Number, shift: Number) -> Interval:
        """The interval of factor * x + shift."""
        ends = sorted((self.low * factor + shift, self.high * factor + shift))
        return Interval(ends[0], ends[1], self.attained)

    def clip(self, low: Number | None, high: Number | None) -> Interval:
        bottom, top = self.low, self.high
        if low is not None:
            bottom, top = max(bottom, low), max(top, low)
        if high is not None:
            bottom, top = min(bottom, high), min(top, high)
        return Interval(bottom, top, self.attained)

    def within(self, low: Number, high: Number) -> bool:
        return low <= self.low and self.high <= high


def hull(a: Interval | None, b: Interval | None) -> Interval | None:
    """The interval that holds both; None where one is not known."""
    if a is None or b is None:
        return None
    return Interval(min(a.low, b.low), max(a.high, b.high), a.attained or b.attained)


def combine(a: Interval | None, b: Interval | None, operation: str) -> Interval | None:
    """The interval of a + b, a - b or a * b, elementwise."""
    if a is None or b is None:
        return None
    try:
        if operation == "+":
            return Interval(a.low + b.low, a.high + b.high, False)
        if operation == "-":
            return Interval(a.low - b.high, a.high - b.low, False)
        if operation == "*":
            ends = [p * q for p in (a.low, a.high) for q in (b.low, b.high)]
            return Interval(min(ends), max(ends), False)
    except OverflowError:
        pass
    return None
