"""Products that sum over axes: matmul, dot, tensordot, einsum."""

from __future__ import annotations

from collections.abc import Sequence

from .arithmetic import broadcast
from .array import Shape
from .axes import normalize_axes
from .dim import ANY, Dim, agree, same
from .mismatch import Mismatch


def _contract(p: Dim, q: Dim, a: Shape, b: Shape, operation: str) -> None:
    if same(p, q) is False and isinstance(p, int) and isinstance(q, int):
        raise Mismatch("array-shapes", a, b, operation=operation, inner=(p, q))


def matmul(a: Shape | None, b: Shape | None) -> Shape | None:
    """a @ b. Raises Mismatch where the inner sizes or the batch axes do not fit, or one is a scalar."""
    if a == () or b == ():
        raise Mismatch("array-shapes", a, b, operation="matmul", scalar=True)
    if a is None or b is None:
        return None
    _contract(a[-1], b[-2] if len(b) > 1 else b[0], a, b, "matmul")
    rows = a[-2:-1]
    columns = b[-1:] if len(b) > 1 else ()
    batch = broadcast(a[:-2], b[:-2])
    return None if batch is None else (*batch, *rows, *columns)


def dot(a: Shape | None, b: Shape | None) -> Shape | None:
    """numpy's dot: the last axis of a with the last but one of b, all other axes kept."""
    if a == ():
        return b
    if b == ():
        return a
    if a is None or b is None:
        return None
    axis = -2 if len(b) > 1 else -1
    _contract(a[-1], b[axis], a, b, "dot")
    return a[:-1] + (b[:-2] + b[-1:] if len(b) > 1 else ())


def tensordot(a: Shape, b: Shape, left: Sequence[int], right: Sequence[int], *, compared: bool = True) -> Shape:
    """The axes `left` of a summed with the axes `right` of b. `compared`: whether their sizes must fit."""
    if len(left) != len(right):
        raise Mismatch("array-shapes", tuple(left), tuple(right), operation="tensordot")
    p, q = normalize_axes(left, len(a)), normalize_axes(right, len(b))
    for i, j in zip(p, q) if compared else ():
        _contract(a[i], b[j], a, b, "tensordot")
    kept = tuple(d for i, d in enumerate(a) if i not in p)
    return kept + tuple(d for j, d in enumerate(b) if j not in q)


def einsum(equation: str, shapes: Sequence[Shape | None], *, compared: bool = True) -> Shape | None:
    """Einstein's sum; None where a shape or the equation (an ellipsis in it) is beyond us.

    compared: whether the sizes of one letter must be equal; where not, a size that two shapes dispute is unknown.
    """
    inputs, arrow, output = equation.replace(" ", "").partition("->")
    terms = inputs.split(",")
    if "." in equation or any(s is None for s in shapes):
        return None
    if len(terms) != len(shapes):
        raise Mismatch("array-shapes", len(terms), len(shapes), operation="einsum", equation=equation)
    sizes: dict[str, Dim] = {}
    for term, shape in zip(terms, shapes):
        assert shape is not None
        _bind(sizes, term, shape, equation, compared)
    if not arrow:
        output = "".join(sorted(letter for letter in sizes if inputs.count(letter) == 1))
    if any(letter not in sizes for letter in output):
        raise Mismatch("array-shapes", inputs, output, operation="einsum", equation=equation)
    return tuple(sizes[letter] for letter in output)


def _bind(sizes: dict[str, Dim], term: str, shape: Shape, equation: str, compared: bool) -> None:
    if len(term) != len(shape):
        raise Mismatch("array-shapes", len(term), shape, operation="einsum", equation=equation)
    for letter, size in zip(term, shape):
        known = sizes.get(letter, size)
        if isinstance(known, int) and isinstance(size, int) and known != size and 1 not in (known, size):
            if not compared:
                sizes[letter] = ANY
                continue
            raise Mismatch("array-shapes", known, shape, operation="einsum", equation=equation, letter=letter)
        sizes[letter] = size if known == 1 else agree(known, size)
