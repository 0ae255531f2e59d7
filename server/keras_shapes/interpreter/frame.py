"""A scope: where a name that is read or bound belongs."""

from __future__ import annotations

from typing import Any

from ..source.block import Block


class Frame:
    """The scope of a module, a function's call, a class body or a comprehension.

    `uid` is None for the module. Frames hold no values: the store does, by `key`.
    """

    __slots__ = (
        "block",
        "declared_global",
        "exits",
        "function",
        "level",
        "loops",
        "parent",
        "receiver",
        "uid",
        "yields",
    )

    def __init__(self, uid: Any, parent: Frame | None, block: Block, function: Any = None) -> None:
        self.uid = uid
        self.parent = parent
        self.block = block
        self.function = function
        self.declared_global: dict[str, Frame] = {}
        self.exits: list[tuple[dict[Any, Any], Any]] = []
        self.level = 0
        self.loops: list[Any] = []
        self.receiver: Any = None
        self.yields: Any = None

    def key(self, name: str) -> Any:
        """The store's key of a name bound in this scope."""
        return name if self.uid is None else (self.uid, name)

    def owner(self, name: str) -> Frame:
        """The scope that an assignment to the name binds."""
        return self.declared_global.get(name, self)

    @property
    def module(self) -> Frame:
        frame = self
        while frame.parent is not None:
            frame = frame.parent
        return frame

    @property
    def enclosing_function(self) -> Frame | None:
        """The scope of the call that a `return` here would end."""
        scope: Frame | None = self
        while scope is not None and scope.function is None:
            scope = scope.parent
        return scope

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Frame) and self.uid == other.uid and self.block is other.block)

    def __hash__(self) -> int:
        return hash(self.uid)
