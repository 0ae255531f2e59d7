"""A progress bar on a terminal's standard error; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")
# What is over at once needs no bar.
_PATIENCE_SECONDS = 0.5
_WIDTH = 30


class Bar:
    """`draw` it as often as there is news, which is kept back for so many seconds; it is gone after `clear`."""

    def __init__(self, title: str, patience: float = _PATIENCE_SECONDS) -> None:
        self._title = title
        self._begins = time.monotonic() + patience
        self._drawn = False
        self._wanted = sys.stderr.isatty()

    def draw(self, fraction: float, what: str) -> None:
        """How much is done, and what is happening just now."""
        if not self._wanted or time.monotonic() < self._begins:
            return
        full = round(_WIDTH * fraction)
        bar = "█" * full + "░" * (_WIDTH - full)
        sys.stderr.write(f"\r\033[K{self._title} {bar} {what[:60]}")
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._drawn = False


def counted(items: Iterable[_Item], total: int, title: str) -> Iterator[_Item]:
    """The items, with a bar that counts them."""
    bar = Bar(title)
    try:
        for done, item in enumerate(items, 1):
            bar.draw(done / total, f"{done:,}/{total:,}")
            yield item
    finally:
        bar.clear()
