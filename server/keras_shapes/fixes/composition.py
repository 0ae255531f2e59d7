"""Two fixes, the second of the text that the first leaves, as one of the text as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..source.document import Document, Position, Range
from .fix import Edit


@dataclass(slots=True)
class _Change:
    """Characters `start` to `end` of the old text become `new`."""

    start: int
    end: int
    new: str


def together(document: Document, first: Sequence[Edit], after: Document, second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that do both; empty where the second ones cut across the first.

    first: of `document`; second: of `after`, which is the document with the first ones made.
    """
    found: list[Edit] = []
    for source in range(len(document.sources)):
        old, new = (document.sources[source].lines, after.sources[source].lines)
        changes = sorted((_change(old, e) for e in first if e.range.source == source), key=lambda c: (c.start, c.end))
        for edit in (_change(new, e) for e in second if e.range.source == source):
            if not _added(changes, edit):
                return ()
        found += [Edit(Range(source, _position(old, c.start), _position(old, c.end)), c.new) for c in changes]
    return tuple(found)


def _added(changes: list[_Change], edit: _Change) -> bool:
    """Takes an edit of the new text among the changes of the old one."""
    shift = 0
    for change in changes:
        begin = change.start + shift
        end = begin + len(change.new)
        if begin <= edit.start and edit.end <= end:
            change.new = change.new[: edit.start - begin] + edit.new + change.new[edit.end - begin :]
            return True
        if edit.end <= begin:
            break
        if edit.start < end:
            return False
        shift += len(change.new) - (change.end - change.start)
    changes.append(_Change(edit.start - shift, edit.end - shift, edit.new))
    changes.sort(key=lambda c: (c.start, c.end))
    return True


def _change(lines: list[str], edit: Edit) -> _Change:
    return _Change(_offset(lines, edit.range.start), _offset(lines, edit.range.end), edit.new_text)


def _offset(lines: list[str], position: Position) -> int:
    return sum(len(line) + 1 for line in lines[: position.line]) + position.character


def _position(lines: list[str], offset: int) -> Position:
    for number, line in enumerate(lines):
        if offset <= len(line):
            return Position(number, offset)
        offset -= len(line) + 1
    return Position(len(lines), 0)
