"""What the bodies of data classes, named tuples and enumerations say of their fields and members."""

from __future__ import annotations

from typing import Any

from ..values.reference import Library
from .joining import MISSING
from .objects import EnumMember, Function, Record, RecordClass, UserClass

FIELD = "dataclasses.field"


def _empty_class(name: str) -> UserClass:
    return UserClass(name, None, None, (), {})  # type: ignore[arg-type]


NAME_SPACE = _empty_class("SimpleNamespace")
_ENUMS = frozenset(("enum.Enum", "enum.StrEnum", "enum.Flag"))


def members(cls: UserClass) -> dict[str, EnumMember]:
    """The members of an enumeration; empty for any other class."""
    if not any(isinstance(base, Library) and base.name in _ENUMS for base in cls.bases):
        return {}
    return {
        name: EnumMember(cls.name, name, value)
        for name, value in cls.namespace.items()
        if not isinstance(value, (Function, UserClass)) and not name.startswith("_")
    }


def record_class(cls: UserClass) -> RecordClass | None:
    """A class that derives from NamedTuple."""
    if not any(isinstance(base, Library) and base.name == "typing.NamedTuple" for base in cls.bases):
        return None
    names = annotated(cls)
    return RecordClass(cls.name, names, {n: cls.namespace[n] for n in names if n in cls.namespace}, cls)


def annotated(cls: UserClass) -> tuple[str, ...]:
    """The names that a class body annotates, its fields, in order."""
    body = cls.node.body if cls.node is not None else ()
    return tuple(
        node.target.name
        for node in body
        if type(node).__name__ == "AnnAssign" and "ClassVar" not in node.annotation.as_string()
    )


def fields(cls: UserClass) -> dict[str, Any]:
    """A data class's fields with their defaults (MISSING for none), those of its bases first."""
    found: dict[str, Any] = {}
    for base in reversed(cls.bases):
        if isinstance(base, UserClass) and base.data:
            found.update(fields(base))
    for name in annotated(cls):
        found[name] = cls.namespace.get(name, MISSING)
    return found


def made(record: RecordClass, arguments: Any, keywords: dict[str, Any]) -> Record | None:
    """A named tuple; None where the arguments do not fit."""
    values = {**record.defaults, **dict(zip(record.fields, arguments)), **keywords}
    if len(arguments) > len(record.fields) or set(values) != set(record.fields):
        return None
    tuple_made = Record(values[name] for name in record.fields)
    tuple_made.record = record
    return tuple_made
