"""Python's own library where it works on the program's functions, classes and cells, which plain rules cannot.

Handlers are found by canonical name. One gives `NotImplemented` where it cannot tell: then the plain rule is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...values.unknown import Unknown

if TYPE_CHECKING:
    from ..frame import Frame
    from ..interpreter import Interpreter


@dataclass(frozen=True, slots=True)
class Call:
    """One call: values as the program holds them, and where it stands."""

    it: Interpreter
    arguments: Sequence[Any]
    keywords: dict[str, Any]
    node: Any
    frame: Frame

    def argument(self, index: int, name: str, default: Any = None) -> Any:
        """An argument by its position or its name."""
        return self.arguments[index] if index < len(self.arguments) else self.keywords.get(name, default)

    def apply(self, function: Any, *arguments: Any, **keywords: Any) -> Any:
        """What a function of the program, or a library's, gives for these."""
        return self.it.call(function, list(arguments), keywords, self.node, self.frame)

    def unknown(self, reason: str) -> Unknown:
        return self.it.unknown(reason)


Handler = Callable[[Call], Any]
HANDLERS: dict[str, Handler] = {}


def handles(*names: str) -> Callable[[Handler], Handler]:
    """The decorated function does what the library's `names` do."""

    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return register


def call(
    it: Interpreter, name: str, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame
) -> Any:
    """The value of the call; NotImplemented where nothing here knows it."""
    handler = HANDLERS.get(name)
    return NotImplemented if handler is None else handler(Call(it, arguments, keywords, node, frame))


from . import argparse, attributes, containers, drawing, functional, iterators, listing, records  # noqa: E402, F401  they register
