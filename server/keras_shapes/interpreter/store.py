"""All variables and cells of a program, with overlays for branches, and a journal of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from .joining import MISSING, join

if TYPE_CHECKING:
    from .imports import Imports

Key = Any
"""A module's variable by name; a function's by (frame id, name); a cell by its Ref."""

Delta = dict[Any, Any]


class Store:
    """The state while one block is evaluated.

    `base` is the state before the block and is only read; what is read of it is noted in `reads`, so that the
    block's result can be used again as long as those values stay. Writes go to the topmost overlay.
    What other modules hold is read of `imports`; `foreign` are the modules, and their names, that were asked for.
    """

    __slots__ = ("base", "foreign", "imports", "layers", "reads")

    def __init__(self, base: dict[Key, Any], imports: Imports | None = None) -> None:
        self.base: Final = base
        self.imports: Final = imports
        self.foreign: set[Any] = set()
        self.layers: list[Delta] = [{}]
        self.reads: dict[Key, Any] = {}

    def get(self, key: Key) -> Any:
        """The value, or MISSING."""
        for layer in reversed(self.layers):
            if key in layer:
                return layer[key]
        value = self.base.get(key, MISSING)
        if value is MISSING and self.imports is not None and key.__class__ is not str:
            value = self.imports.get(key, self.foreign)
        self.reads[key] = value
        return value

    def set(self, key: Key, value: Any) -> None:
        self.layers[-1][key] = value

    @property
    def level(self) -> int:
        return len(self.layers)

    def push(self) -> int:
        """Begins an overlay; the level to give to `flattened` for all that is written from here on."""
        self.layers.append({})
        return len(self.layers) - 1

    def pop(self) -> Delta:
        return self.layers.pop()

    def flattened(self, level: int) -> Delta:
        """All writes since the overlay at `level` began, as one."""
        result: Delta = {}
        for layer in self.layers[level:]:
            result.update(layer)
        return result

    def apply(self, delta: Delta) -> None:
        self.layers[-1].update(delta)

    def merge(self, outcomes: Sequence[Delta], fresh: Any = None) -> None:
        """Continues with what holds whichever of the outcomes came about."""
        if not outcomes:
            return
        if len(outcomes) == 1:
            self.apply(outcomes[0])
            return
        keys = {key: None for outcome in outcomes for key in outcome}
        for key in keys:
            before: Any = MISSING
            if any(key not in outcome for outcome in outcomes):
                before = self.get(key)
            value: Any = MISSING
            for outcome in outcomes:
                value = join(value, outcome.get(key, before), fresh)
            self.set(key, value)
