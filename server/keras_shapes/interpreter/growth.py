"""How long the lists become that a loop appends to, where its iterations are not evaluated one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..values.dim import add, multiply, subtract, symbol
from ..values.reference import Items

if TYPE_CHECKING:
    from .interpreter import Interpreter


class Growth:
    """Each list by its cell: its length before the loop, and the symbol for its length where an iteration begins."""

    __slots__ = ("before", "it", "marks")

    def __init__(self, it: Interpreter) -> None:
        self.it = it
        self.before: dict[Any, Any] = {}
        self.marks: dict[Any, Any] = {}

    def mark(self, key: Any, before: Any, widened: Any) -> Any:
        """The list as an iteration finds it."""
        if not isinstance(widened, Items) or widened.values is not None or not isinstance(before, Items):
            return widened
        if widened.bounded:
            return replace(widened, length=None)
        known = before.length if before.values is None else len(before.values)
        self.before.setdefault(key, known)
        self.marks[key] = symbol("n", self.it.fresh())
        return replace(widened, length=self.marks[key])

    def settle(self, ends: Sequence[dict[Any, Any]], count: Any) -> None:
        """After `count` iterations that all ended in the one way: as much longer as one of them made it, each time."""
        if len(ends) != 1 or count is None:
            return
        for key, mark in self.marks.items():
            after, now, before = ends[0].get(key), self.it.store.get(key), self.before[key]
            if not isinstance(after, Items) or not isinstance(now, Items) or now.values is not None:
                continue
            if after.length is None or before is None:
                continue
            more = subtract(after.length, mark)
            if isinstance(more, int) and more >= 0:
                self.it.store.set(key, replace(now, length=add(before, multiply(more, count))))
