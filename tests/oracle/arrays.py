"""Real numpy arrays and arguments, drawn at random: what the numpy, TensorFlow and keras.ops families share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from keras_shapes.knowledge.numpy.indexing import index
from keras_shapes.knowledge.numpy.operators import binary, unary

from .functions import FunctionCase, abstract
from .harness import Case

DTYPES = ("float32", "float64", "int64", "int32", "uint8", "int8", "bool", "float16")
Draw = Callable[[Random], Case]


def sizes(draw: Random, rank: int, least: int = 1) -> tuple[int, ...]:
    return tuple(draw.choice((1, 2, 3, 4, 6)) if least else draw.choice((0, 1, 2, 3)) for _ in range(rank))


def filled(draw: Random, shape: Sequence[int], dtype: str | None = None) -> Any:
    """An array of this shape with numbers that suit the type; small ones, so that few operations wrap around."""
    dtype = dtype or draw.choice(DTYPES)
    random = np.random.default_rng(draw.getrandbits(32))
    if dtype == "bool":
        return np.asarray(random.random(shape) < 0.5)
    if dtype.startswith("float"):
        low, high = draw.choice(((0, 1), (-1, 1), (0, 255), (-3, 7), (2, 5)))
        return np.asarray(random.random(shape) * (high - low) + low).astype(dtype)
    low = 0 if dtype[0] == "u" else draw.choice((0, 0, -5))
    return np.asarray(random.integers(low, draw.choice((2, 5, 10, 100)), shape)).astype(dtype)


def array(draw: Random, rank: int | None = None, dtype: str | None = None) -> Any:
    return filled(draw, sizes(draw, draw.choice((0, 1, 1, 2, 2, 3, 4)) if rank is None else rank), dtype)


def axis(draw: Random, rank: int) -> int:
    """An axis, one in eight out of range."""
    if draw.random() < 0.125 or not rank:
        return draw.choice((rank, -rank - 1, rank + 2))
    return draw.randrange(-rank, rank)


def axes(draw: Random, rank: int) -> Any:
    """None, one axis, or several, now and then one twice."""
    kind = draw.random()
    if kind < 0.3:
        return None
    if kind < 0.65 or not rank:
        return axis(draw, rank)
    some = draw.sample(range(rank), draw.randint(1, rank))
    chosen = [a - rank if draw.random() < 0.4 else a for a in some]
    return tuple(chosen + chosen[:1] if draw.random() < 0.1 else chosen)


def along(draw: Random, a: Any) -> int:
    """As `axis`, of an array: what `on_array` and its like draw keywords by."""
    return axis(draw, a.ndim)


def alongs(draw: Random, a: Any) -> Any:
    return axes(draw, a.ndim)


def some_axis(draw: Random, a: Any) -> Any:
    return draw.choice((None, axis(draw, a.ndim)))


def flag(draw: Random, _: Any) -> bool:
    return draw.random() < 0.5


def matrix(draw: Random, dtype: str) -> Any:
    """A well-behaved matrix, mostly square; now and then a stack of them, or a vector."""
    size = draw.choice((2, 3))
    a = np.eye(size, dtype=dtype) * draw.choice((1, 2))
    kind = draw.random()
    if kind < 0.1:
        return a[0]
    if kind < 0.3:
        return np.stack([a, a])
    return np.concatenate([a, a]) if kind < 0.5 else a


def pair(draw: Random, dtype: str | None = None) -> tuple[Any, Any]:
    """Two arrays that broadcast, in most cases."""
    a = array(draw, draw.choice((0, 1, 2, 3)), dtype)
    shape = [draw.choice((s, s, 1)) for s in a.shape[draw.randint(0, a.ndim) :]]
    if draw.random() < 0.2:
        shape = list(sizes(draw, draw.choice((0, 1, 2, 3))))
    return (a, filled(draw, shape, dtype)) if draw.random() < 0.5 else (filled(draw, shape, dtype), a)


def call(name: str, *drawn: Callable[[Random], Any], **keywords: Callable[[Random], Any]) -> Draw:
    """A case of a function whose arguments are drawn one by one, keywords in two of three cases."""

    def case(draw: Random) -> Case:
        arguments = tuple(d(draw) for d in drawn)
        return FunctionCase(name, arguments, {k: d(draw) for k, d in keywords.items() if draw.random() < 0.67})

    return case


def one_of(*choices: Any) -> Callable[[Random], Any]:
    return lambda draw: draw.choice(choices)


def on_array(name: str, more: Callable[[Random, Any], Sequence[Any]] = lambda *_: (), ranks: Sequence[int] = (), **keywords: Callable[[Random, Any], Any]) -> Draw:  # fmt: skip
    """A case of a function of one array, whose other arguments are drawn with a view to it."""

    def case(draw: Random) -> Case:
        a = array(draw, draw.choice(ranks) if ranks else None)
        rest = tuple(more(draw, a))
        given = {k: d(draw, a) for k, d in keywords.items() if draw.random() < 0.67}
        return FunctionCase(name, (a, *rest), given)

    return case


_OPERATE: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a**b, "@": lambda a, b: a @ b,
    "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b, "<<": lambda a, b: a << b, ">>": lambda a, b: a >> b,
}  # fmt: skip
OPERATORS = tuple(_OPERATE)


@dataclass(frozen=True)
class OperatorCase:
    """`left op right`, or `op left` where right is None."""

    op: str
    left: Any
    right: Any = None

    def real(self) -> Any:
        with np.errstate(all="ignore"):
            if self.right is None:
                return -self.left if self.op == "-" else ~self.left
            return _OPERATE[self.op](self.left, self.right)

    def ours(self) -> Any:
        if self.right is None:
            return unary(self.op, abstract(self.left))
        return binary(self.op, abstract(self.left), abstract(self.right))


@dataclass(frozen=True)
class IndexCase:
    """`array[key]`."""

    array: Any
    key: Any

    @property
    def by_elements(self) -> bool:
        return getattr(self.key, "dtype", None) == np.dtype(bool)

    def real(self) -> Any:
        return self.array[self.key]

    def ours(self) -> Any:
        key = self.key
        return index(abstract(self.array), abstract(key) if isinstance(key, (tuple, list, np.ndarray)) else key)

    def __str__(self) -> str:
        return f"<{self.array.shape} {self.array.dtype}>[{self.key!r}]"
