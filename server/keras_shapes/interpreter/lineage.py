"""Where a class of the program gets its attributes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from ..knowledge import registry
from ..values.reference import Library
from .objects import Function, UserClass
from .per_node import per_node


def class_attribute(cls: UserClass, name: str) -> Any:
    """What a class or the first of its bases binds the name to; None where none of the program's does."""
    if name in cls.namespace:
        return cls.namespace[name]
    for base in cls.bases:
        if isinstance(base, UserClass):
            found = class_attribute(base, name)
            if found is not None:
                return found
    return None


def library_bases(cls: UserClass) -> list[str]:
    """The library classes that a class of the program derives from."""
    names: list[str] = []
    for base in cls.bases:
        if isinstance(base, Library):
            names.append(base.name)
        elif isinstance(base, UserClass):
            names += library_bases(base)
        else:
            names.append("?")
    return names


def lineage(cls: UserClass) -> list[str]:
    """The library classes that it derives from, with what every layer and model derives from."""
    known = [b for b in library_bases(cls) if b != "?"]
    if "keras.Sequential" in known:
        known.append("keras.Model")
    if any(b == "keras.Model" or b.startswith("keras.layers.") for b in known):
        known.append("keras.layers.Layer")
    return known


# Methods that may be written anew without changing what Keras' own layer computes, where they call its own.
_HARMLESS = frozenset("__init__ call build get_config from_config compute_mask __repr__".split())


def layer_base(cls: UserClass) -> str | None:
    """The layer of Keras' own that a class of the program is one of; None where it changes what that layer computes.

    A method of another name may be one that the layer itself calls.
    """
    base = next((b for b in library_bases(cls) if b.startswith("keras.layers.")), None)
    rule = registry.rule(base) if base is not None else None
    if rule is None or not rule.layer:
        return None
    written = list(_methods(cls))
    builds = all(m.name != "build" or "build" in _changes(m.node).extended for m in written)
    return base if builds and _HARMLESS.issuperset(m.name for m in written) else None


def reassigned(cls: UserClass, begun: Container[Any]) -> frozenset[str]:
    """Attributes that several methods set, one of them after an instance's beginning: whose value holds nobody knows.

    begun: the nodes of the methods that were evaluated for the beginning.
    """
    setting: Counter[str] = Counter()
    later: set[str] = set()
    for method in _methods(cls):
        names = _assigned(method)
        setting.update(names)
        if method.node not in begun:
            later |= names
    return frozenset(name for name in later if setting[name] > 1)


def _methods(cls: UserClass) -> Iterator[Function]:
    yield from (value for value in cls.namespace.values() if isinstance(value, Function))
    for base in cls.bases:
        if isinstance(base, UserClass):
            yield from _methods(base)


def _assigned(method: Function) -> frozenset[str]:
    """The attributes of its first parameter that a method sets."""
    return _changes(method.node).assigned


def changed_by(cls: UserClass, method: Function) -> frozenset[str]:
    """The attributes that a call of the method may change: by itself, and by methods that it calls on its object."""
    found: set[str] = set()
    seen: set[Any] = set()
    waiting: list[Any] = [method]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Function) and each.node not in seen:
            seen.add(each.node)
            changes = _changes(each.node)
            found |= changes.assigned | changes.filled
            waiting += [class_attribute(cls, name) for name in changes.called]
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Changes:
    """Attributes of its first parameter that a method sets, puts something into or takes it from, and calls.

    extended: the methods of `super()` that it calls.
    """

    assigned: frozenset[str]
    filled: frozenset[str]
    called: frozenset[str]
    extended: frozenset[str] = frozenset()


FILLING = frozenset(("add", "append", "clear", "extend", "insert", "pop", "remove", "setdefault", "update"))


@per_node
def _changes(node: Any) -> _Changes:
    from astroid import nodes
    from astroid.const import Context

    names = [a.name for a in [*node.args.posonlyargs, *(node.args.args or ())]]
    if not names:
        return _Changes(frozenset(), frozenset(), frozenset())

    def own(expression: Any) -> bool:
        held = isinstance(expression, (nodes.Attribute, nodes.AssignAttr)) and expression.expr
        return isinstance(held, nodes.Name) and held.name == names[0]

    functions = [call.func for call in node.nodes_of_class(nodes.Call)]
    filling = [f.expr for f in functions if isinstance(f, nodes.Attribute) and f.attrname in FILLING]
    elements = [s.value for s in node.nodes_of_class(nodes.Subscript) if s.ctx is not Context.Load]
    return _Changes(
        frozenset(a.attrname for a in node.nodes_of_class(nodes.AssignAttr) if own(a)),
        frozenset(a.attrname for a in (*filling, *elements) if own(a)),
        frozenset(f.attrname for f in functions if own(f)),
        frozenset(f.attrname for f in functions if _of_super(f)),
    )


def _of_super(function: Any) -> bool:
    """`super().build`, `super(Own, self).build`."""
    called = getattr(getattr(function, "expr", None), "func", None)
    return getattr(called, "name", "") == "super"
