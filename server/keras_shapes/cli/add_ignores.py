"""`--add-ignores`: a comment behind each finding's line, so that only new ones are heard of."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..source.document import Position, Range
from ..source.edits import edited
from ..source.suppressions import ignores

if TYPE_CHECKING:
    from ..analysis import Analysis


def with_ignores(analysis: Analysis, text: str) -> tuple[str, int]:
    """The text with ignore comments for every finding that can have one, and how many findings that are."""
    wanted: dict[tuple[int, int], list[str]] = {}
    for diagnostic in analysis.diagnostics:
        codes = wanted.setdefault((diagnostic.range.source, diagnostic.range.start.line), [])
        if diagnostic.code not in codes:
            codes.append(diagnostic.code)
    changes = list(_changes(analysis, wanted))
    return edited(analysis.document, text, (change for change, _ in changes)), sum(count for _, count in changes)


def _changes(analysis: Analysis, wanted: dict[tuple[int, int], list[str]]) -> Iterator[tuple[tuple[Range, str], int]]:
    document = analysis.document
    there = {(ignore.where.source, ignore.where.start.line): ignore for ignore in ignores(document)}
    commentable = {index: _commentable(source.code) for index, source in enumerate(document.sources)}
    for (source, line), codes in wanted.items():
        count = sum((d.range.source, d.range.start.line) == (source, line) for d in analysis.diagnostics)
        ignore = there.get((source, line))
        if ignore and ignore.codes:
            # Before the closing bracket of the comment that is there.
            end = ignore.codes[-1][1].end
            yield (Range(source, end, end), "".join(f", {code}" for code in codes)), count
        elif line in commentable[source]:
            end = Position(line, len(document.sources[source].lines[line].rstrip()))
            yield (Range(source, end, end), f"  # keras-shapes: ignore[{', '.join(codes)}]"), count


def _commentable(lines: list[str]) -> set[int]:
    """The lines at whose end a comment can stand: not inside a string, not before a backslash's next line."""
    possible = {number for number, line in enumerate(lines) if not line.endswith("\\")}
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
            if token.start[0] != token.end[0]:
                possible -= set(range(token.start[0] - 1, token.end[0] - 1))
    except (tokenize.TokenError, SyntaxError):
        pass
    return possible
