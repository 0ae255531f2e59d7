"""Attributes by name, and what a class says of an object."""

from __future__ import annotations

import ast
from typing import Any

from ...values.array import Array
from ...values.layer import Layer, Model
from ...values.reference import Items, Library, Ref
from ...values.unknown import Unknown
from .. import kinds
from ..assignment import set_attribute
from ..attributes import get_attribute
from ..lineage import class_attribute, library_bases
from ..objects import Instance, UserClass
from . import Call, handles


@handles("builtins.getattr")
def got(call: Call) -> Any:
    name = call.argument(1, "name")
    if not isinstance(name, str):
        return call.unknown("an attribute of unknown name")
    if len(call.arguments) > 2 and has(call) is not True:
        return call.arguments[2] if has(call) is False else call.unknown(f"the attribute {name}")
    return get_attribute(call.it, call.arguments[0], name)


@handles("builtins.hasattr")
def has(call: Call) -> Any:
    value, name = call.argument(0, "obj"), call.argument(1, "name")
    cell = call.it.cell(value) if isinstance(value, Ref) else value
    cls = cell.cls if isinstance(cell, Instance) else cell
    if isinstance(cls, UserClass) and isinstance(name, str):
        known = (isinstance(cell, Instance) and name in cell.attributes) or class_attribute(cls, name) is not None
        # What a library's class has, and what somebody else has set, is not known here.
        return True if known else call.unknown("a condition that is not known")
    answer = kinds.has(value, name) if isinstance(name, str) else None
    return call.unknown("a condition that is not known") if answer is None else answer


@handles("builtins.callable")
def can_be_called(call: Call) -> Any:
    known = kinds.called(call.argument(0, "obj"))
    return call.unknown("a condition that is not known") if known is None else known


@handles("builtins.setattr", "builtins.object.__setattr__")
def put(call: Call) -> Any:
    if len(call.arguments) == 3 and isinstance(call.arguments[1], str):
        set_attribute(call.it, call.arguments[0], call.arguments[1], call.arguments[2])


@handles("builtins.vars", "dataclasses.asdict")
def variables(call: Call) -> Any:
    value = call.argument(0, "object")
    cell = call.it.cell(value) if isinstance(value, Ref) else None
    if isinstance(cell, Instance):
        return call.it.allocate("dict", Items(dict(cell.attributes)))
    return call.unknown("the variables of something unknown")


# What arrays, and tensors of all kinds, are never instances of.
_CONTAINERS = tuple(Library(f"builtins.{name}") for name in ("dict", "list", "set", "str", "tuple"))


@handles("builtins.isinstance")
def is_instance(call: Call) -> Any:
    """Of objects of the program's classes, layers and models; the rest is a plain rule's."""
    value, classes = call.argument(0, "object"), call.argument(1, "classinfo")
    wanted = call.it.plain(classes)
    wanted = list(wanted) if isinstance(wanted, (tuple, list)) else [wanted]
    if isinstance(value, Array) and all(each in _CONTAINERS for each in wanted):
        return False
    lineage = _lineage(call, value)
    if lineage is None:
        return _any_of(call, value, wanted)
    if any(isinstance(each, Unknown) for each in wanted):
        return NotImplemented
    if any(each in lineage for each in wanted):
        return True
    return call.unknown("a condition that is not known") if Library("?") in lineage else False


def _any_of(call: Call, value: Any, wanted: list[Any]) -> Any:
    answers = [kinds.is_of(value, each) for each in wanted]
    if True in answers:
        return True
    return call.unknown("a condition that is not known") if None in answers else False


def _lineage(call: Call, value: Any) -> list[Any] | None:
    """The classes that a value is of; None where it is of none of the program's and no layer."""
    cell = call.it.cell(value) if isinstance(value, Ref) else value
    if isinstance(cell, Instance):
        own = [*_classes(cell.cls), Library("builtins.object")]
        names = library_bases(cell.cls)
        # A library's class has bases of its own, which are not known.
        return [*own, *map(Library, names), *([Library("?")] if any(n != "builtins.object" for n in names) else [])]
    if isinstance(cell, Layer):
        return [Library(cell.cls), Library("keras.layers.Layer"), Library("keras.Layer")]
    if isinstance(cell, Model):
        kinds = (f"keras.{cell.kind}", "keras.Model", "keras.layers.Layer", "keras.Layer")
        return [Library(name) for name in kinds]
    return None


def _classes(cls: UserClass) -> list[UserClass]:
    return [cls, *(c for base in cls.bases if isinstance(base, UserClass) for c in _classes(base))]


@handles("builtins.type")
def class_of(call: Call) -> Any:
    value = call.argument(0, "object")
    cell = call.it.cell(value) if isinstance(value, Ref) else None
    if isinstance(cell, Instance) and len(call.arguments) == 1:
        return cell.cls
    return kinds.class_of(value) or NotImplemented


@handles("builtins.exec")
def executed(call: Call) -> None:
    """What a text's statements do is not followed: the names in it may be anything afterwards."""
    text = call.argument(0, "source")
    try:
        tree = ast.parse(text) if isinstance(text, str) else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.Name):
            call.it.bind(node.id, call.unknown("changed by exec"), call.frame)
