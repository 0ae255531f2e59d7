"""Binary operators and comparisons, on whatever values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..knowledge import binding, registry
from ..values.array import Array
from ..values.dim import Linear, same
from ..values.mismatch import Mismatch
from ..values.reference import Items, Object, Ref
from ..values.scalar import Scalar, computed
from ..values.unknown import Unknown
from .budget import MAX_INTEGER_BITS, MAX_LENGTH
from .iteration import elements
from .lineage import class_attribute
from .objects import EnumMember, Function, Instance
from .reporting import report_mismatch
from .results import finished

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

_NATIVE: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "&": operator.and_, "|": operator.or_, "^": operator.xor,
    "<<": operator.lshift, ">>": operator.rshift,
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_PLAIN = (int, float, complex, str, bytes, tuple, Linear, type(None))


def operate(it: Interpreter, op: str, left: Any, right: Any, node: Any, frame: Frame) -> Any:
    """A binary operator or comparison on two values."""
    if isinstance(left, Array) or isinstance(right, Array):
        return _operate_arrays(it, op, left, right, node, frame)
    if isinstance(left, Ref) and left.kind == "list":
        return _operate_lists(it, op, left, right)
    if isinstance(left, Ref) or isinstance(right, Ref):
        return _operate_objects(it, op, left, right, node, frame)
    if isinstance(left, EnumMember) and isinstance(right, EnumMember) and op in ("==", "!="):
        return (left == right) is (op == "==")
    if isinstance(left, _PLAIN) and isinstance(right, _PLAIN):
        return _operate_plain(it, op, left, right)
    if isinstance(left, Object) and op == "/" and (rule := registry.rule(f"{left.cls}.__truediv__")) is not None:
        return binding.call(rule, (left, it.plain(right)), {})
    return _operate_scalars(it, op, left, right)


def _operate_scalars(it: Interpreter, op: str, left: Any, right: Any) -> Unknown:
    dtype = computed(op, left, right)
    unknown = it.unknown("a number that is not known")
    return unknown if dtype is None else Scalar(unknown.reason, unknown.key, dtype=dtype)


_METHODS = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul",
    "==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "|": "or", "&": "and",
}  # fmt: skip


def _operate_objects(it: Interpreter, op: str, left: Any, right: Any, node: Any, frame: Frame) -> Any:
    """Dicts united, and operators that the program's own classes define."""
    cells = [it.cell(side) if isinstance(side, Ref) else None for side in (left, right)]
    values = [cell.values if isinstance(cell, Items) else None for cell in cells]
    if op == "|" and isinstance(values[0], dict) and isinstance(values[1], dict):
        return it.allocate("dict", Items({**values[0], **values[1]}))
    for cell, prefix, sides in ((cells[0], "__", [left, right]), (cells[1], "__r", [right, left])):
        name = f"{prefix}{_METHODS.get(op, '')}__"
        function = class_attribute(cell.cls, name) if isinstance(cell, Instance) else None
        if isinstance(function, Function):
            return it.call(function, sides, {}, node, frame)
    return it.unknown("an operation on an object")


def _operate_plain(it: Interpreter, op: str, left: Any, right: Any) -> Any:
    if isinstance(left, Linear) or isinstance(right, Linear):
        return _operate_symbols(it, op, left, right)
    if isinstance(left, str) and op == "%":
        return _operate_scalars(it, op, left, right)
    if not _small(op, left, right):
        return it.unknown("too large to work out")
    try:
        return _NATIVE[op](left, right)
    except (ArithmeticError, TypeError, ValueError, KeyError, MemoryError):
        return it.unknown("an operation that fails")


def _small(op: str, left: Any, right: Any) -> bool:
    """Whether the result is of a size that is worth having: programs may be hostile."""
    if op == "*" and isinstance(left, (str, bytes, tuple)) and isinstance(right, int):
        return len(left) * right <= MAX_LENGTH
    if op == "*" and isinstance(right, (str, bytes, tuple)) and isinstance(left, int):
        return len(right) * left <= MAX_LENGTH
    if op in ("**", "<<") and isinstance(left, int) and isinstance(right, int):
        return abs(right) <= MAX_INTEGER_BITS and abs(left).bit_length() * max(abs(right), 1) <= 4 * MAX_INTEGER_BITS
    return True


def _operate_symbols(it: Interpreter, op: str, left: Any, right: Any) -> Any:
    if op in ("==", "!="):
        known = same(left, right) if isinstance(right, (int, Linear)) and isinstance(left, (int, Linear)) else None
        return it.unknown("a condition that is not known") if known is None else known is (op == "==")
    numbers = isinstance(left, (int, Linear)) and isinstance(right, (int, Linear))
    if (numbers and op in ("+", "-", "*")) or (isinstance(left, Linear) and numbers and op == "//"):
        return _NATIVE[op](left, right)
    return it.unknown("a number that is not known")


def _operate_lists(it: Interpreter, op: str, left: Ref, right: Any) -> Any:
    first, _ = elements(it, left)
    if op == "+":
        second, _ = elements(it, right)
        if first is not None and second is not None and len(first) + len(second) <= MAX_LENGTH:
            return it.allocate("list", Items((*first, *second)))
    elif op == "*" and isinstance(right, int) and first is not None and len(first) * right <= MAX_LENGTH:
        return it.allocate("list", Items(tuple(first) * right))
    elif op in ("==", "!=") and isinstance(right, Ref):
        second, _ = elements(it, right)
        if first is not None and second is not None and all(isinstance(v, (int, str)) for v in (*first, *second)):
            return (list(first) == list(second)) is (op == "==")
    return it.unknown("an operation on a list")


def _operate_arrays(it: Interpreter, op: str, left: Any, right: Any, node: Any, frame: Frame) -> Any:
    from ..knowledge.numpy.operators import binary

    try:
        result = binary(op, it.plain(left), it.plain(right))
    except Mismatch as mismatch:
        return report_mismatch(it, mismatch, node, frame, {"left": left, "right": right})
    return finished(it, result, [left, right], node, frame, f"operator.{op}", (left, right))
