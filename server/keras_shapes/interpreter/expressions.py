"""Expressions → values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..knowledge import binding, registry
from ..values.array import Array
from ..values.dim import Linear, same
from ..values.mismatch import Mismatch
from ..values.reference import Items, Library, Object, Ref
from ..values.unknown import Unknown
from . import attributes, comprehensions, containers
from .assignment import assign
from .budget import MAX_INTEGER_BITS, MAX_LENGTH
from .calls import evaluate_call
from .iteration import elements
from .joining import MISSING, join
from .modules import assumed, builtin, star_import
from .objects import Function
from .reporting import report_mismatch
from .results import finished
from .truth import truth

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter


def _const(it: Interpreter, node: Any, frame: Frame) -> Any:
    return node.value


def _name(it: Interpreter, node: Any, frame: Frame) -> Any:
    value = it.lookup(node.name, frame)
    if value is MISSING:
        value = star_import(it, node.name, frame)
    if value is MISSING:
        value = builtin(node.name, frame)
    if value is MISSING:
        value = assumed(it, node.name, frame)
    if value is MISSING:
        return it.unknown(f"{node.name} is not defined")
    if not it.silent and not isinstance(value, Library):
        it.note_use(it.place(node, frame), node.name, value)
    return value


def _attribute(it: Interpreter, node: Any, frame: Frame) -> Any:
    value = attributes.get_attribute(it, it.evaluate(node.expr, frame), node.attrname)
    if isinstance(value, Array):
        it.note_use(it.place(node, frame), node.attrname, value)
    return value


def _tuple(it: Interpreter, node: Any, frame: Frame) -> Any:
    values = _sequence(it, node.elts, frame)
    return it.unknown("a tuple of unknown length") if values is None else tuple(values)


def _list(it: Interpreter, node: Any, frame: Frame) -> Any:
    values = _sequence(it, node.elts, frame)
    kind = "list" if type(node).__name__ == "List" else "set"
    return it.allocate(kind, Items(None if values is None or len(values) > MAX_LENGTH else tuple(values)))


def _sequence(it: Interpreter, nodes: list[Any], frame: Frame) -> list[Any] | None:
    result: list[Any] | None = []
    for node in nodes:
        if type(node).__name__ == "Starred":
            more, _ = elements(it, it.evaluate(node.value, frame))
            result = None if more is None or result is None else [*result, *more]
        else:
            value = it.evaluate(node, frame)
            if result is not None:
                result.append(value)
    return result


def _dict(it: Interpreter, node: Any, frame: Frame) -> Any:
    result: dict[Any, Any] = {}
    known = True
    for key_node, value_node in node.items:
        value = it.evaluate(value_node, frame)
        if type(key_node).__name__ == "DictUnpack":
            items = it.cell(value) if isinstance(value, Ref) else value
            if isinstance(items, Items) and isinstance(items.values, dict):
                result.update(items.values)
            else:
                known = False
            continue
        key = it.evaluate(key_node, frame)
        try:
            result[key] = value
        except TypeError:
            known = False
    return it.allocate("dict", Items(result if known else None))


def _conditional(it: Interpreter, node: Any, frame: Frame) -> Any:
    known = truth(it.evaluate(node.test, frame))
    if known is not None:
        return it.evaluate(node.body if known else node.orelse, frame)
    results = []
    outcomes = []
    for branch in (node.body, node.orelse):
        it.store.push()
        results.append(it.evaluate(branch, frame))
        outcomes.append(it.store.pop())
    it.store.merge(outcomes, it.fresh)
    return join(results[0], results[1], it.fresh)


def _joined_string(it: Interpreter, node: Any, frame: Frame) -> Any:
    text = ""
    known = True
    for part in node.values:
        if type(part).__name__ == "FormattedValue":
            value = it.evaluate(part.value, frame)
            if isinstance(value, (str, int, float, bool)) and part.format_spec is None:
                text += str(value)
            else:
                known = False
        else:
            text += str(part.value)
    return text if known and len(text) <= MAX_LENGTH else it.unknown("a text that is not known")


def _lambda(it: Interpreter, node: Any, frame: Frame) -> Any:
    from .classes import function_of

    return function_of(it, node, frame)


def _named(it: Interpreter, node: Any, frame: Frame) -> Any:
    value = it.evaluate(node.value, frame)
    assign(it, node.target, value, frame)
    return value


def _slice(it: Interpreter, node: Any, frame: Frame) -> Any:
    parts = [None if p is None else it.evaluate(p, frame) for p in (node.lower, node.upper, node.step)]
    return slice(*parts)


def _subscript(it: Interpreter, node: Any, frame: Frame) -> Any:
    value = it.evaluate(node.value, frame)
    key = it.evaluate(node.slice, frame)
    if isinstance(value, Array):
        return _index(it, value, it.plain(key), node, frame)
    if isinstance(value, Object) and (rule := registry.rule(f"{value.cls}.__getitem__")) is not None:
        return finished(it, binding.call(rule, (value, it.plain(key)), {}), list(value.arguments.values()), node, frame)
    if isinstance(value, (tuple, str, bytes, range)) or (isinstance(value, Ref) and value.kind in ("list", "dict")):
        return containers.get_element(it, value, key)
    if isinstance(value, Object) and isinstance(key, str):
        # scikit-learn's Bunch, and what else is an object and a dict in one.
        return attributes.get_attribute(it, value, key)
    if isinstance(value, Unknown) and value.key is not None and isinstance(key, (int, str)):
        # The same element of the same unknown thing is the same.
        return Unknown(value.reason, (value.key, key))
    return it.unknown("an element of something unknown")


def _index(it: Interpreter, array: Array, key: Any, node: Any, frame: Frame) -> Any:
    from ..knowledge.numpy.indexing import index

    rule = registry.rule("pandas.DataFrame.__getitem__") if array.kind == "pandas" else None
    try:
        if rule is not None:
            return finished(it, binding.call(rule, (array, key), {}), [array], node, frame)
        return finished(it, index(array, key), [array], node, frame, "operator.getitem", (array, key))
    except Mismatch as mismatch:
        return report_mismatch(it, mismatch, node, frame, {"array": array})


_UNARY: dict[str, Callable[[Any], Any]] = {"-": operator.neg, "+": operator.pos, "~": operator.invert}


def _unary(it: Interpreter, node: Any, frame: Frame) -> Any:
    value = it.evaluate(node.operand, frame)
    if node.op == "not":
        known = truth(value)
        return it.unknown("a condition that is not known") if known is None else not known
    if isinstance(value, (int, float, complex)):
        return _UNARY[node.op](value)
    if isinstance(value, Linear) and node.op == "-":
        return value * -1
    if isinstance(value, Array):
        from ..knowledge.numpy.operators import unary

        return finished(it, unary(node.op, value), [value], node, frame, f"operator.{node.op}", (value,))
    return it.unknown("a number that is not known")


def _binary(it: Interpreter, node: Any, frame: Frame) -> Any:
    left = it.evaluate(node.left, frame)
    return operate(it, node.op, left, it.evaluate(node.right, frame), node, frame)


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
    if isinstance(left, _PLAIN) and isinstance(right, _PLAIN):
        return _operate_plain(it, op, left, right)
    if isinstance(left, Object) and op == "/" and (rule := registry.rule(f"{left.cls}.__truediv__")) is not None:
        return binding.call(rule, (left, it.plain(right)), {})
    return it.unknown("a number that is not known")


def _operate_plain(it: Interpreter, op: str, left: Any, right: Any) -> Any:
    if isinstance(left, Linear) or isinstance(right, Linear):
        return _operate_symbols(it, op, left, right)
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
    return not (isinstance(left, str) and op == "%")


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


def _compare(it: Interpreter, node: Any, frame: Frame) -> Any:
    left = it.evaluate(node.left, frame)
    result: Any = True
    for op, right_node in node.ops:
        right = it.evaluate(right_node, frame)
        result = _compare_pair(it, op, left, right, node, frame)
        known = truth(result)
        if known is False:
            return result
        if known is None:
            return result if len(node.ops) == 1 else it.unknown("a condition that is not known")
        left = right
    return result


def _compare_pair(it: Interpreter, op: str, left: Any, right: Any, node: Any, frame: Frame) -> Any:
    if op in ("is", "is not"):
        if left is None or right is None:
            other = right if left is None else left
            if isinstance(other, Unknown):
                return it.unknown("a condition that is not known")
            return (other is None) is (op == "is")
        return it.unknown("a condition that is not known")
    if op in ("in", "not in"):
        return _contained(it, op, left, right)
    if isinstance(left, Library) and isinstance(right, Library) and op in ("==", "!="):
        return (left.name == right.name) is (op == "==")
    return operate(it, op, left, right, node, frame)


def _contained(it: Interpreter, op: str, left: Any, right: Any) -> Any:
    if isinstance(left, (str, int, float)):
        if isinstance(right, str) and isinstance(left, str):
            return (left in right) is (op == "in")
        items = it.cell(right).values if isinstance(right, Ref) and isinstance(it.cell(right), Items) else right
        if isinstance(items, (tuple, dict)) and all(isinstance(v, (str, int, float)) for v in items):
            return (left in items) is (op == "in")
    return it.unknown("a condition that is not known")


def _boolean(it: Interpreter, node: Any, frame: Frame) -> Any:
    stop = node.op == "or"
    value: Any = None
    sure = True
    for operand in node.values:
        value = it.evaluate(operand, frame)
        known = truth(value)
        if known is stop and sure:
            return value
        sure = sure and known is not None
        if known is stop:
            # Whichever comes before, the whole is as this one is.
            return stop if isinstance(value, bool) else it.unknown("one of several")
    return value if sure else it.unknown("a condition that is not known")


def _generator(it: Interpreter, node: Any, frame: Frame) -> Any:
    return it.unknown("what a generator gives")


def _yield(it: Interpreter, node: Any, frame: Frame) -> Any:
    if node.value is not None:
        it.evaluate(node.value, frame)
    return it.unknown("what is sent to a generator")


HANDLERS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "Const": _const,
    "Name": _name,
    "Attribute": _attribute,
    "Call": evaluate_call,
    "Tuple": _tuple,
    "List": _list,
    "Set": _list,
    "Dict": _dict,
    "IfExp": _conditional,
    "JoinedStr": _joined_string,
    "Lambda": _lambda,
    "NamedExpr": _named,
    "Slice": _slice,
    "Subscript": _subscript,
    "UnaryOp": _unary,
    "BinOp": _binary,
    "Compare": _compare,
    "BoolOp": _boolean,
    "ListComp": comprehensions.list_comprehension,
    "SetComp": comprehensions.list_comprehension,
    "GeneratorExp": comprehensions.list_comprehension,
    "DictComp": comprehensions.dict_comprehension,
    "Await": _generator,
    "Yield": _yield,
    "YieldFrom": _yield,
}

__all__ = ["HANDLERS", "Function", "operate"]
