"""What is changed in place: values are immutable, so every name and container that holds one gets the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..values.array import Array, Column
from ..values.reference import Items
from .objects import Instance

if TYPE_CHECKING:
    from .interpreter import Interpreter


def rebind(it: Interpreter, old: Any, new: Any) -> None:
    """`new` wherever `old` itself (not its equal: a copy is another) is bound, held in a list or an attribute."""
    if isinstance(new, Array) and isinstance(old, Array) and new.origin is None:
        new = new.like(origin=old.origin)
    for key in _holders(it, old):
        value = it.store.get(key)
        if value is old:
            it.store.set(key, new)
        elif (changed := _within(value, old, new)) is not None:
            it.store.set(key, changed)


def _holders(it: Interpreter, old: Any) -> list[Any]:
    """The keys of all that is, or may hold, the value in any state of the program so far."""
    states = (it.store.base, *it.store.layers)
    found = {key: None for state in states for key, value in state.items() if value is old or _within(value, old, old)}
    return list(found)


def forget_column(it: Interpreter, column: Column) -> None:
    """Every table with this very column knows its name alone."""
    for state in (it.store.base, *it.store.layers):
        for value in [v for held in list(state.values()) for v in _held(held)]:
            if isinstance(value, Array) and value.columns and any(c is column for c in value.columns):
                left = tuple(Column(c.name) if c is column else c for c in value.columns)
                rebind(it, value, value.like(columns=left, dtype=""))


def _held(value: Any) -> list[Any]:
    """A value, and what it holds."""
    if isinstance(value, Instance):
        return list(value.attributes.values())
    if isinstance(value, Items):
        return list(value.values.values() if isinstance(value.values, dict) else value.values or ())
    return [value]


def _within(value: Any, old: Any, new: Any) -> Any:
    """A cell with the value exchanged; None where it does not hold it."""
    if isinstance(value, Instance) and _holds(value.attributes, old):
        return replace(value, attributes=_exchanged(value.attributes, old, new))
    if isinstance(value, Items) and isinstance(value.values, dict) and _holds(value.values, old):
        return replace(value, values=_exchanged(value.values, old, new))
    if isinstance(value, Items) and isinstance(value.values, tuple) and any(v is old for v in value.values):
        return replace(value, values=tuple(new if v is old else v for v in value.values))
    return None


def _holds(values: dict[Any, Any], old: Any) -> bool:
    return any(v is old for v in values.values())


def _exchanged(values: dict[Any, Any], old: Any, new: Any) -> dict[Any, Any]:
    return {k: new if v is old else v for k, v in values.items()}
