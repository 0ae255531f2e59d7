"""Shapes that the program's author tells: `(n, 28, 28) uint8` in a comment, `"n 28 28"` of jaxtyping."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass

from .array import Array, Shape
from .dim import ANY, Dim, Linear, add, floor_divide, multiply, subtract, symbol
from .dtype import as_dtype

_SHAPE = re.compile(r"(\([^()]*\))\s*(\w+)?")
_OPERATIONS: dict[type[ast.operator], Callable[[object, object], Dim]] = {
    ast.Add: add, ast.Sub: subtract, ast.Mult: multiply, ast.FloorDiv: floor_divide,
}  # fmt: skip
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an array: its dims (None where any number of axes may come), and its element type or ""."""

    shape: Shape | None
    dtype: str = ""

    def of(self, array: Array) -> Array:
        """An array with what was not known of it. What was worked out stands against what is told."""
        shape = array.shape
        if shape is None:
            shape = self.shape
        elif self.shape is not None and len(self.shape) == len(shape):
            shape = tuple(_better(known, told) for known, told in zip(shape, self.shape))
        return array.like(shape=shape, dtype=array.dtype or self.dtype)

    def array(self, kind: str = "numpy") -> Array:
        return Array(self.shape, self.dtype, kind=kind)


def _better(known: Dim, told: Dim) -> Dim:
    if isinstance(known, int) or told is ANY:
        return known
    return told if known is ANY or isinstance(told, int) else known


def told_by_comment(text: str, scope: object) -> tuple[Told, ...]:
    """The shapes in a text such as `(n, 28, 28) uint8, (n,)`; none where one of them is not understood.

    scope: where a name stands for one size; the same name elsewhere is another.
    """
    found: list[Told] = []
    if re.search("[()]", _SHAPE.sub("", text[:_MOST])):
        return ()
    for match in _SHAPE.finditer(text[:_MOST]):
        shape = _tuple(match[1], scope)
        if shape is None:
            return ()
        found.append(Told(shape[0], as_dtype(match[2]) if match[2] else ""))
    return tuple(found)


def _tuple(text: str, scope: object) -> tuple[Shape | None] | None:
    """The dims in brackets; None where they are none. `?`, `_` and None are any size, `...` any number of axes."""
    try:
        node = ast.parse(text.replace("?", "_"), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    elements = node.elts if isinstance(node, ast.Tuple) else [node]
    if any(isinstance(e, ast.Constant) and e.value is ... for e in elements):
        return (None,)
    dims = [_dim(element, scope) for element in elements]
    return None if any(d is None for d in dims) else (tuple(dims),)


def _dim(node: ast.expr, scope: object) -> Dim:
    """One size; None where it is none."""
    if isinstance(node, ast.Constant):
        if node.value is None:
            return ANY
        return node.value if type(node.value) is int and node.value >= 0 else None
    if isinstance(node, ast.Name):
        return ANY if node.id == "_" else symbol(node.id, ("told", scope, node.id))
    operation = _OPERATIONS.get(type(node.op)) if isinstance(node, ast.BinOp) else None
    if operation is None or not isinstance(node, ast.BinOp):
        return None
    left, right = _dim(node.left, scope), _dim(node.right, scope)
    return operation(left, right) if isinstance(left, (int, Linear)) and isinstance(right, (int, Linear)) else None


def told_by_axes(text: str, scope: object, dtype: str = "") -> Told | None:
    """jaxtyping's words, one an axis: `n 28 28`, `batch _ c=3`, `... d`; None where one is not understood."""
    dims: list[Dim] = []
    for word in text[:_MOST].split():
        if word.startswith(("*", "...")):
            return Told(None, dtype)
        if word.startswith(("#", "?")):
            # Broadcast, or of a size of its own in each array.
            dims.append(ANY)
            continue
        shape = _tuple(f"({word.rpartition('=')[2]},)", scope)
        if shape is None or shape[0] is None:
            return None
        dims += shape[0]
    return Told(tuple(dims), dtype)
