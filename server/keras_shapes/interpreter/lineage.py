"""Where a class of the program gets its attributes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from typing import Any

from ..values.reference import Library
from .objects import Function, UserClass


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


def _assigned(method: Function) -> set[str]:
    """The attributes of its first parameter that a method sets."""
    from astroid import nodes

    names = [a.name for a in [*method.node.args.posonlyargs, *(method.node.args.args or ())]]
    found = method.node.nodes_of_class(nodes.AssignAttr)
    return {a.attrname for a in found if names and isinstance(a.expr, nodes.Name) and a.expr.name == names[0]}
