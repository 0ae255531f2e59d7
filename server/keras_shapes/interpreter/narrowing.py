"""What a condition says of the values in it, where it is known to hold: after an `assert`, and inside an `if`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..values.array import Array
from ..values.dim import ANY, Dim, Linear
from ..values.unknown import Unknown
from .joining import MISSING

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter


def narrow(it: Interpreter, test: Any, frame: Frame, holds: bool) -> None:
    """Takes the names that a condition is about for what they are where it holds (or does not)."""
    kind = type(test).__name__
    if kind == "BoolOp" and (test.op == "and") is holds:
        for operand in test.values:
            narrow(it, operand, frame, holds)
    elif kind == "UnaryOp" and test.op == "not":
        narrow(it, test.operand, frame, not holds)
    elif kind == "Compare" and len(test.ops) == 1:
        op, right = test.ops[0]
        if op == ("==" if holds else "!="):
            _equal(it, test.left, right, frame)


def _equal(it: Interpreter, left: Any, right: Any, frame: Frame) -> None:
    for subject, other in ((left, right), (right, left)):
        found = _subject(subject)
        if found is None:
            continue
        name, part = found
        value = it.lookup(name, frame)
        with it.silenced():
            wanted = it.plain(it.evaluate(other, frame))
        changed = _narrowed(value, part, tuple(wanted) if isinstance(wanted, list) else wanted)
        if value is not MISSING and changed is not None:
            it.bind(name, changed, frame)
        return


def _subject(node: Any) -> tuple[str, Any] | None:
    """The name whose shape an expression asks for, and which part: "shape", "rank", an axis, or a slice's start."""
    kind = type(node).__name__
    if kind == "Call" and len(node.args) == 1 and node.func.as_string() == "len":
        inner = _subject(node.args[0])
        if inner is not None and inner[1] == "shape":
            return inner[0], "rank"
        return (node.args[0].name, 0) if type(node.args[0]).__name__ == "Name" else None
    if kind == "Attribute" and type(node.expr).__name__ == "Name":
        return {"shape": (node.expr.name, "shape"), "ndim": (node.expr.name, "rank")}.get(node.attrname)
    if kind == "Subscript":
        inner = _subject(node.value)
        part = _part(node.slice)
        return (inner[0], part) if inner is not None and inner[1] == "shape" and part is not None else None
    return None


def _part(node: Any) -> Any:
    """An axis, or the slice `[1:]`."""
    kind = type(node).__name__
    if kind == "Const" and isinstance(node.value, int):
        return node.value
    if kind == "UnaryOp" and node.op == "-" and type(node.operand).__name__ == "Const":
        return -node.operand.value if isinstance(node.operand.value, int) else None
    if kind == "Slice" and node.upper is None and node.step is None and type(node.lower).__name__ == "Const":
        return slice(node.lower.value, None) if isinstance(node.lower.value, int) else None
    return None


def _narrowed(value: Any, part: Any, wanted: Any) -> Any:
    """The value with what is said of its shape; None where that says nothing more, or cannot be."""
    if isinstance(value, Unknown) and part == "shape" and _sizes(wanted):
        return Array(wanted)
    if not isinstance(value, Array):
        return None
    shape = _shape(value.shape, part, wanted)
    if shape is None or shape == value.shape:
        return None
    return value.like(shape=shape, content=None)


def _shape(shape: tuple[Dim, ...] | None, part: Any, wanted: Any) -> tuple[Dim, ...] | None:
    if part == "shape" and _sizes(wanted):
        return tuple(wanted) if shape is None or len(shape) == len(wanted) else None
    if part == "rank" and isinstance(wanted, int) and not isinstance(wanted, bool) and shape is None:
        return (ANY,) * wanted if 0 <= wanted <= 16 else None
    if isinstance(part, slice) and _sizes(wanted) and 0 <= part.start <= 4:
        if shape is None:
            return (*(ANY,) * part.start, *wanted)
        return (*shape[: part.start], *wanted) if len(shape) == part.start + len(wanted) else None
    if isinstance(part, int) and isinstance(wanted, int) and shape is not None and -len(shape) <= part < len(shape):
        sizes = list(shape)
        if isinstance(sizes[part], Linear) or sizes[part] is ANY:
            sizes[part] = wanted
            return tuple(sizes)
    return None


def _sizes(wanted: Any) -> bool:
    return isinstance(wanted, tuple) and all(isinstance(d, int) and not isinstance(d, bool) and d >= 0 for d in wanted)
