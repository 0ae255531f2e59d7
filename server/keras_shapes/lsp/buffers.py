"""The text of what is open: a buffer for each file or cell, and notebooks as ordered cells.

pygls keeps texts too, but cuts lines where Python's `splitlines` does (form feeds, U+2028 …), which is not where the
protocol does, and rebuilds the whole text on each key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from .convert import from_client

PYTHON = "python"


class _Position(Protocol):
    line: int
    character: int


class _Range(Protocol):
    @property
    def start(self) -> _Position: ...

    @property
    def end(self) -> _Position: ...


class Change(Protocol):
    """A content change of the protocol: the whole text, or a `range` replaced."""

    text: str


@dataclass(frozen=True, slots=True)
class Buffer:
    """A text as the client has it. `lines` is never changed in place: snapshots share it."""

    uri: str
    version: int | None
    lines: list[str]
    language: str = PYTHON

    @staticmethod
    def of(uri: str, version: int | None, text: str, language: str = PYTHON) -> Buffer:
        return Buffer(uri, version, _split(text), language)

    def changed(self, changes: Sequence[Change], version: int | None, encoding: str) -> Buffer:
        """The buffer after a notification's changes, which build on one another."""
        lines = self.lines
        for change in changes:
            where: _Range | None = getattr(change, "range", None)
            lines = _split(change.text) if where is None else _replaced(lines, where, change.text, encoding)
        return replace(self, lines=lines, version=version)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def _replaced(lines: list[str], where: _Range, text: str, encoding: str) -> list[str]:
    first, begin = from_client(lines, where.start.line, where.start.character, encoding)
    last, end = from_client(lines, where.end.line, where.end.character, encoding)
    middle = _split(text)
    middle[0] = lines[first][:begin] + middle[0]
    middle[-1] += lines[last][end:]
    return [*lines[:first], *middle, *lines[last + 1 :]]


def _split(text: str) -> list[str]:
    # Parsing comes with it, which the first answer need not wait for.
    from ..source.document import split_lines

    return split_lines(text)


@dataclass(slots=True)
class Notebook:
    """A notebook's cells in order, by URI; a markdown cell has no buffer of Python."""

    uri: str
    cells: list[str]
