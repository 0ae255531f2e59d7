"""The text of what is open: a buffer for each file or cell, and notebooks as ordered cells.

pygls keeps texts too, but cuts lines where Python's `splitlines` does (form feeds, U+2028 …), which is not where the
protocol does, and rebuilds the whole text on each key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ..source.document import split_lines
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
        return Buffer(uri, version, split_lines(text), language)

    def changed(self, changes: Sequence[Change], version: int | None, encoding: str) -> Buffer:
        """The buffer after a notification's changes, which build on one another."""
        lines = self.lines
        for change in changes:
            where: _Range | None = getattr(change, "range", None)
            lines = split_lines(change.text) if where is None else _replaced(lines, where, change.text, encoding)
        return replace(self, lines=lines, version=version)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def _replaced(lines: list[str], where: _Range, text: str, encoding: str) -> list[str]:
    start = from_client(lines, where.start.line, where.start.character, encoding)
    end = from_client(lines, where.end.line, where.end.character, encoding)
    middle = split_lines(text)
    middle[0] = lines[start.line][: start.character] + middle[0]
    middle[-1] += lines[end.line][end.character :]
    return [*lines[: start.line], *middle, *lines[end.line + 1 :]]


@dataclass(slots=True)
class Notebook:
    """A notebook's cells in order, by URI; a markdown cell has no buffer of Python."""

    uri: str
    cells: list[str]
