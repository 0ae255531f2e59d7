"""A program's text as it stands: its sources (one file, or a notebook's cells), their blocks, and positions.

Documents are immutable snapshots; an edit makes a new one that shares every block the edit did not touch.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from . import recovery
from .block import Block, Place
from .recovery import Chunk

_NEWLINE = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """Lines as LSP and Python see them: ended by \\n, \\r\\n or \\r."""
    return _NEWLINE.split(text) if "\r" in text else text.split("\n")


@dataclass(frozen=True, slots=True)
class Position:
    """Zero-based line and character, in Unicode code points."""

    line: int
    character: int


@dataclass(frozen=True, slots=True)
class Range:
    """A range of one source: `source` is its index in the document."""

    source: int
    start: Position
    end: Position


@dataclass(frozen=True)
class Source:
    """One text: a file, or the cell of a notebook with index `cell` among the notebook's cells.

    `lines` are the text's own; `code` is what is analysed (a notebook's magics are blanked in it).
    """

    name: str
    cell: int | None
    lines: list[str]
    code: list[str]
    chunks: tuple[Chunk, ...]

    @staticmethod
    def of(name: str, text: str, cell: int | None = None, code: str | None = None) -> Source:
        lines = split_lines(text)
        seen = lines if code is None else split_lines(code)
        return Source(name, cell, lines, seen, tuple(recovery.chunks(seen)))

    def edited(self, text: str, code: str | None = None) -> Source:
        """The source with another text; blocks that the difference does not touch are the same objects."""
        lines = split_lines(text)
        seen = lines if code is None else split_lines(code)
        if seen == self.code:
            return Source(self.name, self.cell, lines, seen, self.chunks)
        return Source(self.name, self.cell, lines, seen, tuple(recovery.update(self.code, self.chunks, seen)))


@dataclass(frozen=True)
class Document:
    """A whole program: one source, or a notebook's code cells in order. `name` is its path or URI."""

    name: str
    sources: tuple[Source, ...]
    _cache: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def path(self) -> str:
        """The absolute path of its file; empty where it is not on a disk."""
        return os.path.abspath(self.name) if self.name.endswith((".py", ".pyi", ".ipynb")) else ""

    @staticmethod
    def of_text(name: str, text: str) -> Document:
        return Document(name, (Source.of(name, text),))

    def with_text(self, text: str, source: int = 0) -> Document:
        sources = list(self.sources)
        sources[source] = sources[source].edited(text)
        return Document(self.name, tuple(sources))

    @cached_property
    def starts(self) -> dict[Block, tuple[int, int]]:
        """Where each block begins: source index and line."""
        return {
            chunk.block: (index, chunk.line)
            for index, source in enumerate(self.sources)
            for chunk in source.chunks
            if chunk.block is not None and not chunk.ghost
        }

    def blocks(self) -> Iterator[Block]:
        """The blocks to evaluate, in order; those of broken statements in their last good form."""
        for source in self.sources:
            for chunk in source.chunks:
                if chunk.block is not None:
                    yield chunk.block

    @property
    def errors(self) -> Sequence[tuple[int, Chunk]]:
        """What could not be parsed, with the index of its source."""
        return [(i, chunk) for i, source in enumerate(self.sources) for chunk in source.chunks if chunk.error]

    def range_of(self, place: Place) -> Range | None:
        """A place's range in code points; None where its text is no more."""
        start = self.starts.get(place.block)
        if start is None:
            return None
        index, line = start
        code = self.sources[index].code
        first, last = line + place.line, line + place.end_line
        if last >= len(code):
            return None
        begin = Position(first, _code_points(code[first], place.column))
        return Range(index, begin, Position(last, _code_points(code[last], place.end_column)))

    def text_of(self, span: Range) -> str:
        """The user's text of a range."""
        lines = self.sources[span.source].lines[span.start.line : span.end.line + 1]
        if not lines:
            return ""
        lines[-1] = lines[-1][: span.end.character]
        lines[0] = lines[0][span.start.character :]
        return "\n".join(lines)


def _code_points(line: str, column: int) -> int:
    """A column of UTF-8 bytes in code points."""
    if line.isascii():
        return min(column, len(line))
    return len(line.encode()[:column].decode(errors="ignore"))
