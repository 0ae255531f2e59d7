"""Things with an identity: what may change after it was made is held in a cell, and named by a reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .origin import Site
from .unknown import Unknown


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a cell. `kind`: list, dict, set, layer, model or instance."""

    kind: str
    uid: Any


@dataclass(frozen=True, slots=True)
class Items:
    """The content of a list, dict or set cell; None where it is not known, `element` then being the likely one.

    length: how many elements a list of unknown content has (a dim); None where nobody knows.
    bounded: it forgets its first elements as others are added, so that nobody knows how many it has.
    """

    values: tuple[Any, ...] | dict[Any, Any] | None
    element: Any = Unknown("an element of a list of unknown content")
    length: Any = None
    bounded: bool = False


NO_ELEMENT = Unknown("an element of a list that is empty so far")
"""What an element of a list of unknown content is like while none was added."""


@dataclass(frozen=True, slots=True)
class Many(Unknown):
    """A list of unknown content as rules see it: what each element is like, and how many there are (a dim).

    kind: "list", "tuple" or "iterator".
    """

    element: Any = None
    length: Any = None
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class OneOf(Unknown):
    """One of several things, nobody knows which. `refs`: those that may be changed through it, and their methods."""

    refs: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Object:
    """An object of a library's class that never changes in ways that matter: a loss, an optimizer, a metric."""

    cls: str
    arguments: dict[str, Any] = field(default_factory=dict)
    site: Site | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """A name of a library, canonical: `keras.layers.Dense`, `numpy.float32`, `tensorflow`."""

    name: str
