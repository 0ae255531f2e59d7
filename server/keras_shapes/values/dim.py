"""One axis's size: an integer, Keras' None, a symbol with linear arithmetic, or ANY where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from .unknown import Unknown


class _Any(Enum):
    ANY = "?"

    def __repr__(self) -> str:
        return "ANY"


ANY = _Any.ANY
"""A size of which nothing is known: neither equal nor unequal to any other, itself included."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """An unknown size with an identity: `key` tells symbols apart, `name` is what the user reads."""

    name: str = field(compare=False)
    key: object

    def __repr__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Linear:
    """A sum of symbols with integer coefficients and a constant, such as 2*n - 1. Never a plain integer."""

    terms: tuple[tuple[Symbol, int], ...]
    constant: int = 0

    def __add__(self, other: object) -> Dim:
        return add(self, other)

    __radd__ = __add__

    def __sub__(self, other: object) -> Dim:
        return subtract(self, other)

    def __rsub__(self, other: object) -> Dim:
        return subtract(other, self)

    def __mul__(self, other: object) -> Dim:
        return multiply(self, other)

    __rmul__ = __mul__

    def __floordiv__(self, other: object) -> Dim:
        return floor_divide(self, other)

    def __str__(self) -> str:
        names = [symbol.name for symbol, _ in self.terms]
        if len(set(names)) < len(names):
            # Two sizes of one name: `n - n` would be read as zero.
            return names[0]
        text = ""
        for symbol, factor in self.terms:
            sign = " - " if factor < 0 else " + "
            size = f"{abs(factor)}*{symbol.name}" if abs(factor) != 1 else symbol.name
            text += (sign if text else sign.strip(" +")) + size
        if self.constant:
            text += f" {'-' if self.constant < 0 else '+'} {abs(self.constant)}"
        return text


Dim = int | None | Linear | _Any
"""None is Keras' None: a size that is free on purpose."""


def symbol(name: str, key: object) -> Linear:
    return Linear(((Symbol(name, key), 1),))


def as_dim(value: object) -> Dim:
    """The size that a program's value stands for; ANY where it stands for none we know."""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, (int, Linear)):
        return value
    if isinstance(value, Unknown) and value.key is not None:
        return symbol(value.name or "n", value.key)
    return ANY


def linear(terms: dict[Symbol, int], constant: int) -> int | Linear:
    kept = tuple((s, k) for s, k in terms.items() if k)
    return Linear(kept, constant) if kept else constant


def _parts(dim: int | Linear) -> tuple[dict[Symbol, int], int]:
    return ({}, dim) if isinstance(dim, int) else (dict(dim.terms), dim.constant)


def _pair(a: object, b: object) -> tuple[int | Linear, int | Linear] | _Any | None:
    """Both as numbers; None where one is Keras' None, ANY where one is unknown."""
    a, b = as_dim(a), as_dim(b)
    if a is ANY or b is ANY:
        return ANY
    if a is None or b is None:
        return None
    return a, b


def add(a: object, b: object) -> Dim:
    pair = _pair(a, b)
    if not isinstance(pair, tuple):
        return pair
    terms, constant = _parts(pair[0])
    other, more = _parts(pair[1])
    for name, factor in other.items():
        terms[name] = terms.get(name, 0) + factor
    return linear(terms, constant + more)


def subtract(a: object, b: object) -> Dim:
    return add(a, multiply(b, -1))


def multiply(a: object, b: object) -> Dim:
    pair = _pair(a, b)
    if 0 in (a, b):
        return 0
    if not isinstance(pair, tuple):
        return pair
    left, right = pair
    if isinstance(left, int):
        left, right = right, left
    if isinstance(right, int):
        terms, constant = _parts(left)
        return linear({s: k * right for s, k in terms.items()}, constant * right)
    return symbol(f"{_bracket(left)}*{_bracket(right)}", ("*", frozenset((left, right)), left == right))


def floor_divide(a: object, b: object) -> Dim:
    pair = _pair(a, b)
    if not isinstance(pair, tuple):
        return pair
    left, right = pair
    if right == 0:
        return ANY
    if isinstance(right, int):
        if isinstance(left, int):
            return left // right
        if all(k % right == 0 for _, k in left.terms):
            return linear({s: k // right for s, k in left.terms}, left.constant // right)
    if left == right:
        return 1
    return symbol(f"{_bracket(left)}//{_bracket(right)}", ("//", left, right))


def _bracket(dim: int | Linear) -> str:
    text = str(dim)
    return f"({text})" if " " in text else text


def product(dims: Iterable[object]) -> Dim:
    total: Dim = 1
    for dim in dims:
        total = multiply(total, dim)
    return total


def total(dims: Iterable[object]) -> Dim:
    result: Dim = 0
    for dim in dims:
        result = add(result, dim)
    return result


def same(a: object, b: object) -> bool | None:
    """True or False where it is proved, None where it is not. Keras' None is nobody's equal for certain."""
    a, b = as_dim(a), as_dim(b)
    if a is None or b is None or a is ANY or b is ANY:
        return None
    if a == b:
        return True
    rest = subtract(a, b)
    return False if isinstance(rest, int) else None


def differ_unless_empty(a: object, b: object) -> bool:
    """Whether two numbers of elements are proved to differ wherever there is an element: 15*n and 12*n do."""
    if same(a, b) is not None:
        return same(a, b) is False
    a, b = as_dim(a), as_dim(b)
    if not isinstance(a, Linear) or not isinstance(b, Linear):
        return False
    (first, factor), others = a.terms[0], dict(b.terms)
    return first in others and same(multiply(a, others[first]), multiply(b, factor)) is True


def agree(a: object, b: object) -> Dim:
    """The better known of two sizes that must be equal."""
    a, b = as_dim(a), as_dim(b)
    for dim in (a, b):
        if isinstance(dim, int):
            return dim
    return b if a is ANY or a is None else a


def join(a: Dim, b: Dim) -> Dim:
    """What is known when it is one or the other."""
    return a if a == b else ANY


def show(dim: Dim) -> str:
    return "?" if dim is ANY else str(dim)
