"""Binding values to targets: names, attributes, elements, and tuples of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..knowledge.coercion import as_array
from ..knowledge.keras.backend import BACKEND
from ..knowledge.os import environment
from ..values.array import Array
from ..values.dataset import Dataset
from ..values.mismatch import Mismatch
from ..values.reference import Items, Library, Object, OneOf, Ref
from ..values.unknown import Unknown
from . import containers
from .imports import Module
from .iteration import unpacked
from .lineage import class_attribute
from .objects import PATCHED, Function, Instance, UserClass
from .rebinding import rebind
from .reporting import report_mismatch
from .running import Running
from .taking_apart import check_count

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter


def assign(it: Interpreter, target: Any, value: Any, frame: Frame) -> None:
    kind = type(target).__name__
    if kind == "AssignName":
        it.bind(target.name, value, frame)
        note(it, target.name, target, value, frame)
    elif kind in ("Tuple", "List"):
        check_count(it, target, value, frame)
        _unpack(it, target.elts, value, frame)
    elif kind == "AssignAttr":
        set_attribute(it, it.evaluate(target.expr, frame), target.attrname, value)
    elif kind == "Subscript":
        _set_element(it, target, value, frame)
    elif kind == "Starred":
        assign(it, target.value, value, frame)


def note(it: Interpreter, name: str, node: Any, value: Any, frame: Frame) -> None:
    """Records the shape of what a name is bound to."""
    if isinstance(value, (Array, Dataset)):
        it.note_shape("variable", name, it.place(node, frame), value)
    elif isinstance(value, Ref) and value.kind == "model" and getattr(it.cell(value), "kind", "") != "Loaded":
        it.note_shape("model", name, it.place(node, frame), value)


def _unpack(it: Interpreter, targets: list[Any], value: Any, frame: Frame) -> None:
    values = unpacked(it, value, len(targets))
    star = next((i for i, t in enumerate(targets) if type(t).__name__ == "Starred"), None)
    if values is not None and star is not None and len(values) >= len(targets) - 1:
        end = len(values) - (len(targets) - star - 1)
        middle = it.allocate("list", Items(tuple(values[star:end])))
        values = [*values[:star], middle, *values[end:]]
    if values is None or len(values) != len(targets):
        values = [it.unknown("unpacked") for _ in targets]
    for target, element in zip(targets, values):
        assign(it, target, element, frame)


def set_attribute(it: Interpreter, receiver: Any, name: str, value: Any) -> None:
    """`receiver.name = value`"""
    if isinstance(receiver, Module):
        it.store.set((receiver.uid, name), value)
    elif isinstance(receiver, Array) and receiver.kind == "pandas":
        change_table(it, "pandas.DataFrame.__setattr__", receiver, name, it.plain(value))
    elif isinstance(receiver, Array) and name in ("dtype", "shape", "strides"):
        rebind(it, receiver, _seen_otherwise(receiver, name, it.plain(value)))
    elif isinstance(receiver, UserClass) and receiver.uid is not None:
        it.kept_frames.add(receiver.uid)
        it.store.set((receiver.uid, name), value)
        it.store.set(PATCHED, True)
    elif isinstance(receiver, Ref):
        _set_own_attribute(it, receiver, name, value)


def _set_own_attribute(it: Interpreter, receiver: Ref, name: str, value: Any) -> None:
    """The same of an object of the program's own class, whose property may have a setter."""
    cell = it.cell(receiver)
    if not isinstance(cell, Instance):
        return
    known = class_attribute(cell.cls, name)
    if isinstance(known, Function) and isinstance(known.setter, Function):
        from .functions import call_function

        call_function(it, known.setter, [receiver, value], {}, None)
    else:
        it.store.set(receiver, replace(cell, attributes={**cell.attributes, name: value}))


def _seen_otherwise(array: Array, name: str, value: Any) -> Any:
    """`x.shape = (2, 3)` makes of x itself what `reshape` makes of a copy."""
    from ..knowledge import binding, registry

    rule = registry.rule("numpy.reshape") if name == "shape" else None
    try:
        return array.unranked() if rule is None else binding.call(rule, (array, value), {})
    except Mismatch:
        return array.unranked()


def _set_element(it: Interpreter, target: Any, value: Any, frame: Frame) -> None:
    container = it.evaluate(target.value, frame)
    key = it.evaluate(target.slice, frame)
    if isinstance(container, Ref):
        containers.set_element(it, container, key, value)
    elif isinstance(container, OneOf):
        containers.forget(it, container)
    elif isinstance(key, str) and target.value.as_string() == "globals()":
        it.bind(key, value, frame.module)
    elif isinstance(container, Library) and container.name == "os.environ":
        Running(it).set(environment(key), value)
        if key == "KERAS_BACKEND":
            Running(it).set(BACKEND, value)
    elif isinstance(container, Array) and container.kind == "pandas":
        change_table(it, "pandas.DataFrame.__setitem__", container, it.plain(key), it.plain(value))
    elif isinstance(container, Object):
        change_table(it, f"{container.cls}.__setitem__", container, it.plain(key), it.plain(value))
    elif isinstance(container, Array):
        _write(it, target, container, it.plain(key), it.plain(value), frame)


def _write(it: Interpreter, target: Any, array: Array, key: Any, value: Any, frame: Frame) -> None:
    """`array[key] = value`: the shape stays; whatever holds the array holds the changed one."""
    from ..knowledge.numpy.changing import overwritten, written

    try:
        changed = written(array, key, value) if array.kind == "numpy" else overwritten(array, Unknown("an element"))
    except Mismatch as mismatch:
        report_mismatch(it, mismatch, target, frame, {"left": array, "right": value})
        changed = overwritten(array, Unknown("an element"))
    rebind(it, array, changed)
    part = target.value
    while type(part).__name__ == "Subscript":
        # `x[0][1] = 2` writes into x through a part of it.
        part = part.value
        whole = it.evaluate(part, frame)
        if isinstance(whole, Array):
            rebind(it, whole, overwritten(whole, as_array(value)))


def change_table(it: Interpreter, method: str, table: Any, *arguments: Any) -> None:
    """A statement that changes a table of pandas in place: `df["a"] = …`, `df.columns = …`, `del df["a"]`."""
    from ..knowledge import binding, registry

    rule = registry.rule(method)
    if rule is not None:
        binding.call(rule, (table, *arguments), {}, Running(it))


def assign_operator(it: Interpreter, node: Any, frame: Frame) -> None:
    """`x += y` and its like."""
    from .operators import operate

    target = node.target
    kind = type(target).__name__
    right = it.evaluate(node.value, frame)
    if kind == "AssignName":
        left: Any = it.lookup(target.name, frame)
    elif kind == "AssignAttr":
        from .attributes import get_attribute

        left = get_attribute(it, it.evaluate(target.expr, frame), target.attrname)
    else:
        left = Unknown("an element")
    if isinstance(left, Ref) and left.kind == "list" and node.op == "+=":
        containers.extend(it, left, _unshared_parts(it, node.value, right))
        return
    result = operate(it, node.op[:-1], left, right, node, frame)
    if isinstance(left, Array) and isinstance(result, Array) and left.kind == "numpy" and left.shape:
        result = _update(it, node, left, right, result, frame)
    assign(it, target, result, frame)


def _unshared_parts(it: Interpreter, node: Any, value: Any) -> Any:
    """`pairs += [[a, b]]`: the elements that the list is made longer by."""
    items = it.cell(value) if isinstance(value, Ref) and type(node).__name__ == "List" else None
    if not isinstance(items, Items) or not isinstance(items.values, tuple) or len(items.values) != len(node.elts):
        return value
    return tuple(containers.unshared(it, v, n) for v, n in zip(items.values, node.elts))


def _update(it: Interpreter, node: Any, left: Array, right: Any, result: Array, frame: Frame) -> Array:
    """An array of numpy's takes the result in place: its shape and type stay, and all that holds it sees it."""
    from ..knowledge.numpy.changing import updated

    try:
        changed = updated(node.op[:-1], left, result)
    except Mismatch as mismatch:
        report_mismatch(it, mismatch, node, frame, {"left": left, "right": right})
        return result
    rebind(it, left, changed)
    return changed
