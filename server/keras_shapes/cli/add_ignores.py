"""`--add-ignores`: a comment behind each finding's line, so that only new ones are heard of."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics import unused_ignore
from ..source.document import Position, Range
from ..source.edits import edited
from ..source.suppressions import ignores, statements_of

if TYPE_CHECKING:
    from ..analysis import Analysis


def with_ignores(analysis: Analysis, text: str) -> tuple[str, int]:
    """The text with ignore comments for every finding that can have one, and how many findings that are."""
    wanted: dict[tuple[int, int], list[str]] = {}
    count = 0
    places = [_places(source.code) for source in analysis.document.sources]
    for diagnostic in analysis.diagnostics:
        index = diagnostic.range.source
        line = places[index].get(diagnostic.range.start.line)
        # That a comment is idle is mended by removing it, not by another one.
        if line is None or diagnostic.code == unused_ignore.CODE:
            continue
        count += 1
        codes = wanted.setdefault((index, line), [])
        if diagnostic.code not in codes:
            codes.append(diagnostic.code)
    return edited(analysis.document, text, _changes(analysis, wanted)), count


def _changes(analysis: Analysis, wanted: dict[tuple[int, int], list[str]]) -> Iterator[tuple[Range, str]]:
    document = analysis.document
    there = {(ignore.where.source, ignore.where.start.line): ignore for ignore in ignores(document)}
    for (source, line), codes in wanted.items():
        ignore = there.get((source, line))
        if ignore and ignore.codes:
            # Before the closing bracket of the comment that is there.
            end = ignore.codes[-1][1].end
            yield Range(source, end, end), "".join(f", {code}" for code in codes)
        else:
            end = Position(line, len(document.sources[source].lines[line].rstrip()))
            yield Range(source, end, end), f"  # keras-shapes: ignore[{', '.join(codes)}]"


def _places(lines: list[str]) -> dict[int, int]:
    """For each line the one whose comment speaks for it: itself, or the last of its statement."""
    possible = _commentable(lines)
    # Inner statements come later and say more.
    ends = {line: statement.stop - 1 for statement in statements_of(lines) for line in statement}
    found = {line: line if line in possible else ends.get(line, line) for line in range(len(lines))}
    return {line: place for line, place in found.items() if place in possible}


def _commentable(lines: list[str]) -> set[int]:
    """The lines at whose end a comment can stand: not inside a string, not before a backslash's next line."""
    possible = {number for number, line in enumerate(lines) if not line.endswith("\\")}
    begun: list[int] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
            # Since Python 3.12 what is computed inside a string is told token by token.
            kind = tokenize.tok_name[token.type]
            first = token.start[0]
            if kind.endswith("STRING_START"):
                begun.append(first)
            elif kind.endswith("STRING_END"):
                first = begun.pop()
            possible -= set(range(first - 1, token.end[0] - 1))
    except (tokenize.TokenError, SyntaxError):
        pass
    return possible
