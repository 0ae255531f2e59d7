"""Expressions → values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..knowledge import binding, registry
from ..values.array import Array
from ..values.dim import Linear
from ..values.mismatch import Mismatch
from ..values.reference import Items, Library, Object, OneOf, Ref
from ..values.unknown import Unknown
from . import alternatives, attributes, comprehensions, containers
from .assignment import assign
from .budget import MAX_LENGTH
from .calls import evaluate_call
from .doubts import doubtful
from .fields import members
from .generators import give, give_all
from .iteration import elements
from .joining import MISSING, join
from .lineage import class_attribute
from .modules import assumed, builtin, star_import
from .objects import EnumMember, Function, Instance, UserClass
from .operators import operate
from .reporting import report_mismatch
from .results import finished
from .taking_apart import check_axis
from .truth import truth

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter


_LONGEST_FORMAT = 4
# Types that `type(x) is …` is asked for; other names of libraries may be two of one thing.
_TYPES = frozenset(f"builtins.{name}" for name in ("bool", "bytes", "dict", "int", "list", "str", "tuple")) | {
    "numpy.ndarray"
}


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
    if kind == "set" and values is not None:
        # Two values that are not known may be one.
        values = list(dict.fromkeys(values)) if all(containers.hashable(v) for v in values) else None
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
    known = truth(it.evaluate(node.test, frame), it)
    if known is not None:
        return it.evaluate(node.body if known else node.orelse, frame)
    doubt = doubtful(it, node.test, frame)
    it.doubts += doubt
    it.branches += 1
    results = []
    outcomes = []
    for branch in (node.body, node.orelse):
        it.store.push()
        results.append(it.evaluate(branch, frame))
        outcomes.append(it.store.pop())
    it.branches -= 1
    it.doubts -= doubt
    it.store.merge(outcomes, it.fresh)
    return join(results[0], results[1], it.fresh)


def _joined_string(it: Interpreter, node: Any, frame: Frame) -> Any:
    parts = [_formatted(it, p, frame) if type(p).__name__ == "FormattedValue" else str(p.value) for p in node.values]
    text = "".join(p or "" for p in parts)
    return text if None not in parts and len(text) <= MAX_LENGTH else it.unknown("a text that is not known")


def _formatted(it: Interpreter, node: Any, frame: Frame) -> str | None:
    """`{value:03}` of an f-string; None where it is not known."""
    value = it.evaluate(node.value, frame)
    literals = node.format_spec.values if node.format_spec is not None else []
    if any(type(p).__name__ != "Const" for p in literals) or not isinstance(value, (str, int, float, bool)):
        return None
    form = "".join(str(p.value) for p in literals)
    # A width of four digits makes a text that nobody wants to hold.
    if node.conversion != -1 or len(form) > _LONGEST_FORMAT:
        return None
    try:
        return format(value, form)
    except ValueError:
        return None


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
    element = _own_element(it, value, key, node, frame)
    if element is not MISSING:
        return element
    if isinstance(value, (tuple, str, bytes, range)) or (isinstance(value, Ref) and value.kind in ("list", "dict")):
        check_axis(it, node, value, key, frame)
        return containers.get_element(it, value, key)
    if isinstance(value, Object) and isinstance(key, str):
        # scikit-learn's Bunch, and what else is an object and a dict in one.
        return attributes.get_attribute(it, value, key)
    if isinstance(value, OneOf):
        return alternatives.element(it, value, key)
    if isinstance(value, Unknown) and value.key is not None and isinstance(key, (int, str)):
        # The same element of the same unknown thing is the same.
        return Unknown(value.reason, (value.key, key))
    return it.unknown("an element of something unknown")


def _own_element(it: Interpreter, value: Any, key: Any, node: Any, frame: Frame) -> Any:
    """An element of an object of the program's own class, or a member of its enumeration; MISSING of others."""
    if isinstance(value, UserClass):
        return members(value).get(key, MISSING) if isinstance(key, str) else MISSING
    cell = it.cell(value) if isinstance(value, Ref) and value.kind == "instance" else None
    function = class_attribute(cell.cls, "__getitem__") if isinstance(cell, Instance) else None
    return it.call(function, [value, key], {}, node, frame) if isinstance(function, Function) else MISSING


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
        known = truth(value, it)
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
        if isinstance(left, EnumMember) and isinstance(right, EnumMember):
            return (left == right) is (op == "is")
        if isinstance(left, Library) and isinstance(right, Library) and left.name in _TYPES:
            return (left == right) is (op == "is")
        return it.unknown("a condition that is not known")
    if op in ("in", "not in"):
        return _contained(it, op, left, right)
    if isinstance(left, Library) and isinstance(right, Library) and op in ("==", "!="):
        return (left.name == right.name) is (op == "==")
    return operate(it, op, left, right, node, frame)


def _contained(it: Interpreter, op: str, left: Any, right: Any) -> Any:
    if isinstance(left, Library) and left.name in _TYPES and isinstance(right, tuple):
        return (
            (left in right) is (op == "in")
            if all(isinstance(each, Library) for each in right)
            else it.unknown("a type")
        )
    if left is None or isinstance(left, (str, int, float)):
        if isinstance(right, str) and isinstance(left, str):
            return (left in right) is (op == "in")
        items = it.cell(right).values if isinstance(right, Ref) and isinstance(it.cell(right), Items) else right
        if isinstance(items, (tuple, dict)) and all(v is None or isinstance(v, (str, int, float)) for v in items):
            return (left in items) is (op == "in")
    return it.unknown("a condition that is not known")


def _boolean(it: Interpreter, node: Any, frame: Frame) -> Any:
    doubts = it.doubts
    value = _operands(it, node, frame)
    it.doubts = doubts
    return value


def _operands(it: Interpreter, node: Any, frame: Frame) -> Any:
    stop = node.op == "or"
    value: Any = None
    sure = True
    for operand in node.values:
        value = it.evaluate(operand, frame)
        known = truth(value, it)
        if known is stop and sure:
            return value
        sure = sure and known is not None
        it.doubts += known is None and doubtful(it, operand, frame)
        if known is stop:
            # Whichever comes before, the whole is as this one is.
            return stop if isinstance(value, bool) else it.unknown("one of several")
    return value if sure else it.unknown("a condition that is not known")


def _generator(it: Interpreter, node: Any, frame: Frame) -> Any:
    return it.unknown("what a generator gives")


def _yield(it: Interpreter, node: Any, frame: Frame) -> Any:
    return give(it, None if node.value is None else it.evaluate(node.value, frame), frame)


def _yield_from(it: Interpreter, node: Any, frame: Frame) -> Any:
    return give_all(it, it.evaluate(node.value, frame), frame)


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
    "YieldFrom": _yield_from,
}

__all__ = ["HANDLERS", "Function"]
