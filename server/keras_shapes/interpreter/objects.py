"""The program's own functions, classes and instances as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..source.block import Block, Place
from ..values.reference import Ref

if TYPE_CHECKING:
    from astroid import nodes

    from .frame import Frame


PATCHED = "#patched"
"""The variable that says whether any class of the program has got an attribute from outside its body."""


@dataclass(frozen=True, slots=True)
class Function:
    """A `def` or lambda with the frame it was made in; `defaults` were evaluated there, by parameter name."""

    node: nodes.FunctionDef | nodes.Lambda
    block: Block
    frame: Frame
    defaults: dict[str, Any] = field(default_factory=dict)
    decoration: str = ""
    """"property", "staticmethod" or "classmethod"."""
    setter: Any = None
    """Of a property, the Function that sets it."""

    @property
    def name(self) -> str:
        return getattr(self.node, "name", "<lambda>")


@dataclass(frozen=True, slots=True)
class Active:
    """A call that is being evaluated: of what, from where, and what its parameters were given."""

    function: Function
    place: Place
    bound: dict[str, Any]


@dataclass(frozen=True, slots=True)
class UserClass:
    """A class of the program. `bases` as evaluated; `namespace`: what its body bound.

    uid: of the frame of its body. data: whether it is a data class.
    """

    name: str
    node: nodes.ClassDef
    block: Block
    bases: tuple[Any, ...]
    namespace: dict[str, Any]
    uid: Any = None
    data: bool = False


@dataclass(frozen=True, slots=True)
class Instance:
    """The cell of an instance: its class and attributes. `certain`: all attributes that matter are known."""

    cls: UserClass
    attributes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class BoundMethod:
    """A user's function bound to an object."""

    receiver: Any
    function: Function


@dataclass(frozen=True, slots=True)
class LibraryMethod:
    """A library's method bound to an object: `x.reshape`, `model.fit`. `names`: where its rule may be, best first."""

    receiver: Any
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Super:
    """`super()` in a method: looks in the classes after `cls`."""

    cls: UserClass
    receiver: Ref


@dataclass(frozen=True, slots=True)
class Partial:
    """A function with its first arguments given: `functools.partial`."""

    function: Any
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordClass:
    """The class of a named tuple; `cls` holds the methods of one that is written as a class."""

    name: str
    fields: tuple[str, ...]
    defaults: dict[str, Any]
    cls: UserClass | None = None


class Record(tuple[Any, ...]):  # noqa: SLOT001  a tuple can have no slots
    """A named tuple."""

    record: RecordClass


@dataclass(frozen=True, slots=True)
class EnumMember:
    """A member of an enumeration of the program."""

    enumeration: str
    name: str
    value: Any
