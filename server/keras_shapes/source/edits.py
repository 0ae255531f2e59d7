"""Edits applied to text, and to what is on disk: line ends, encodings and notebooks stay what they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import Document, Position, Range

    Change = tuple[Range, str]

_NEWLINE = re.compile(r"\r\n|\r|\n")


def edited(document: Document, text: str, changes: Iterable[Change]) -> str:
    """The file's text (a notebook's whole JSON) after changes that do not overlap."""
    by_source: dict[int, list[Change]] = {}
    for change in changes:
        by_source.setdefault(change[0].source, []).append(change)
    if document.sources and document.sources[0].cell is None:
        return replaced(text, by_source.get(0, ()))
    from .notebook_edit import with_cells

    return with_cells(text, dict(_cells(document, by_source)))


def _cells(document: Document, by_source: Mapping[int, list[Change]]) -> Iterable[tuple[int, str]]:
    for index, changes in by_source.items():
        source = document.sources[index]
        assert source.cell is not None
        yield source.cell, replaced("\n".join(source.lines), changes)


def replaced(text: str, changes: Iterable[Change]) -> str:
    """`text` with ranges replaced, new lines ended as the text's own are."""
    starts = [0, *(newline.end() for newline in _NEWLINE.finditer(text))]
    first = _NEWLINE.search(text)
    ending = first[0] if first else "\n"
    for span, new in sorted(changes, key=lambda change: _key(change[0]), reverse=True):
        begin, end = _offset(text, starts, span.start), _offset(text, starts, span.end)
        text = text[:begin] + _NEWLINE.sub(ending, new) + text[end:]
    return text


def _offset(text: str, starts: list[int], position: Position) -> int:
    if position.line >= len(starts):
        return len(text)
    return starts[position.line] + position.character


def _key(span: Range) -> tuple[int, int, int, int]:
    return span.start.line, span.start.character, span.end.line, span.end.character


def overlap(a: Range, b: Range) -> bool:
    """Whether two edits cannot both be made; two insertions at one place cannot, their order being open."""
    if a.source != b.source:
        return False
    first, second = sorted((_key(a), _key(b)))
    return first[2:] > second[:2] or first == second or first[:2] == second[:2]
