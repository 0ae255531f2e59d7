"""Where a class of the program gets its attributes from."""

from __future__ import annotations

from typing import Any

from ..values.reference import Library
from .objects import UserClass


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
    if any(b == "keras.Model" or b.startswith("keras.layers.") for b in known):
        known.append("keras.layers.Layer")
    return known
