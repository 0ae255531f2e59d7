"""The program's own functions, classes and instances as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..source.block import Block
from ..values.reference import Ref

if TYPE_CHECKING:
    from astroid import nodes

    from .frame import Frame


@dataclass(frozen=True, slots=True)
class Function:
    """A `def` or lambda with the frame it was made in; `defaults` were evaluated there, by parameter name."""

    node: nodes.FunctionDef | nodes.Lambda
    block: Block
    frame: Frame
    defaults: dict[str, Any] = field(default_factory=dict)
    decoration: str = ""
    """"property", "staticmethod" or "classmethod"."""

    @property
    def name(self) -> str:
        return getattr(self.node, "name", "<lambda>")


@dataclass(frozen=True, slots=True)
class UserClass:
    """A class of the program. `bases` as evaluated; `namespace`: what its body bound."""

    name: str
    node: nodes.ClassDef
    block: Block
    bases: tuple[Any, ...]
    namespace: dict[str, Any]


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
