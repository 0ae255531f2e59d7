"""What could not be parsed, in the user's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..source.document import Position, Range

if TYPE_CHECKING:
    from ..analysis import SyntaxProblem
    from ..source.document import Document, Source
    from ..source.recovery import Chunk


def syntax_problems(document: Document) -> tuple[SyntaxProblem, ...]:
    """One for each statement that was left out."""
    from ..analysis import SyntaxProblem

    return tuple(
        SyntaxProblem(_range(index, document.sources[index], chunk), chunk.error) for index, chunk in document.errors
    )


def _range(index: int, source: Source, chunk: Chunk) -> Range:
    line = min(max(chunk.error_line or chunk.line, chunk.line), len(source.lines) - 1)
    text = source.lines[line]
    return Range(index, Position(line, len(text) - len(text.lstrip())), Position(line, len(text)))
