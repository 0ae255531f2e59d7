"""Made-up data in place of what files and downloads would have given: the expression that makes a value."""

from __future__ import annotations

import ast
import operator
from collections.abc import Sequence
from dataclasses import dataclass, field

Size = int | str | None
# Odd and prime: no size of a layer equals it by chance.
_FIRST_UNKNOWN = 67
_MOST_BYTES = 512 << 20
_OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.FloorDiv: operator.floordiv}


@dataclass(frozen=True, slots=True)
class Binding:
    """A name bound on a line (from 0) of the program, and the array the analysis says it holds.

    `shape` may have symbols (strings, "n - 1"); `low` and `high` are inclusive.
    """

    line: int
    name: str
    shape: tuple[Size, ...] | None
    dtype: str | None = None
    low: float | None = None
    high: float | None = None
    one_hot: bool = False


@dataclass(slots=True)
class Sizes:
    """Gives every symbol one size for the whole program, so that arrays that must agree do."""

    known: dict[str, int] = field(default_factory=dict)

    def concrete(self, shape: Sequence[Size]) -> tuple[int, ...] | None:
        """The shape in integers; None where a size other than the number of samples is not known.

        How many samples there are is as good as any number; how many features is what models are made for.
        """
        rest = tuple(size for size in shape[1:] if isinstance(size, int))
        if len(rest) < len(shape[1:]):
            return None
        if not shape:
            return ()
        samples = self._size(shape[0])
        return None if samples is None else (samples, *rest)

    def _size(self, size: Size) -> int | None:
        if isinstance(size, int):
            return size
        if size is None:
            return self._symbol("")
        try:
            return self._value(ast.parse(size, mode="eval").body)
        except (SyntaxError, ArithmeticError, ValueError):
            return None

    def _symbol(self, name: str) -> int:
        return self.known.setdefault(name, _FIRST_UNKNOWN + 32 * len(self.known))

    def _value(self, node: ast.expr) -> int:
        if isinstance(node, ast.Name):
            return self._symbol(node.id)
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
            result: int = _OPERATIONS[type(node.op)](self._value(node.left), self._value(node.right))
            return result
        raise ValueError(ast.dump(node))


def made_up(binding: Binding, sizes: Sizes) -> str | None:
    """The expression of a made-up array for a binding; None when its shape is not known well enough."""
    if binding.shape is None:
        return None
    shape = sizes.concrete(binding.shape)
    if shape is None or any(size < 0 for size in shape):
        return None
    count = 8
    for size in shape:
        count *= size
    if count > _MOST_BYTES:
        return None
    kind = "one-hot" if binding.one_hot else ""
    arguments = (shape, binding.dtype or "float32", binding.low, binding.high, kind)
    return f"__keras_shapes_made_up__{arguments!r}"
