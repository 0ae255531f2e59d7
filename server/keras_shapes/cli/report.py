"""What a check found, as plain values: they cross processes, and formats need nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic, Related
    from ..fixes.fix import Edit, Fix
    from ..source.document import Document, Range

Cell = int | None
"""A notebook cell's index among the notebook's cells; None in a `.py` file."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range in a file: zero-based, in code points."""

    cell: Cell
    line: int
    character: int
    end_line: int
    end_character: int


@dataclass(frozen=True, slots=True)
class Cause:
    """A related place, and why it is one. path, lines: of the file, where it is another than the diagnostic's."""

    span: Span
    message: str
    path: str = ""
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    span: Span
    new_text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix that was offered. verdict: works | not-run, where it was validated."""

    title: str
    kind: str
    preferred: bool
    safe: bool
    edits: tuple[Replacement, ...]
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A diagnostic. verdict: confirmed | found | not-run, where it was validated; said: Keras' words, or why not."""

    code: str
    severity: str
    message: str
    expected: str
    found: str
    span: Span
    causes: tuple[Cause, ...]
    repairs: tuple[Repair, ...]
    verdict: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """An inferred shape, as `analysis.ShapeEntry` has it."""

    kind: str
    name: str
    span: Span
    shape: tuple[int | str | None, ...] | None
    dtype: str | None
    text: str


@dataclass(frozen=True, slots=True)
class FixVerdict:
    """verdict: works | fails | not-run. error: what Keras said; for not-run, why."""

    title: str
    verdict: str
    error: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What real Keras says of a finding; code is None where only running found something.

    verdict: confirmed | refuted | found | not-run. error: what Keras said; for not-run, why.
    """

    code: str | None
    span: Span
    verdict: str
    error: str | None
    seconds: float
    fixes: tuple[FixVerdict, ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program was run. notes: what in it is not as it would be, such as data that was made up."""

    interpreter: str | None
    versions: Mapping[str, str]
    notes: tuple[str, ...]
    unconfined: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's outcome.

    lines: the text by cell, for excerpts; empty where nothing was found. syntax: statements that could not be parsed
    and were left out. unreadable: why the file could not be checked at all. internal: our own mistake's traceback.
    program: the whole text after mending, where it came from standard input. ran: how, where it was validated.
    """

    path: str
    found: tuple[Found, ...] = ()
    shapes: tuple[Shape, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    lines: Mapping[Cell, list[str]] = field(default_factory=dict)
    syntax: tuple[Cause, ...] = ()
    unreadable: str = ""
    internal: str = ""
    fixed: int = 0
    ignored: int = 0
    diff: str = ""
    program: str | None = None
    ran: Ran | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, files in the order in which they were found."""

    files: tuple[FileReport, ...]

    def count(self, *severities: str) -> int:
        """How many diagnostics have one of these severities; all of them where none is named."""
        return sum(not severities or found.severity in severities for file in self.files for found in file.found)


def span(document: Document, where: Range) -> Span:
    start, end = where.start, where.end
    return Span(document.sources[where.source].cell, start.line, start.character, end.line, end.character)


def found(document: Document, diagnostic: Diagnostic, fixes: Iterable[Fix]) -> Found:
    causes = tuple(_cause(document, cause) for cause in diagnostic.related)
    facts = (diagnostic.message, diagnostic.expected, diagnostic.found)
    where = span(document, diagnostic.range)
    repairs = tuple(_repair(document, fix) for fix in fixes)
    return Found(diagnostic.code, diagnostic.severity, *facts, where, causes, repairs)


def _cause(document: Document, cause: Related) -> Cause:
    other = cause.document
    if other is None:
        return Cause(span(document, cause.range), cause.message)
    return Cause(
        span(other, cause.range), cause.message, _from_here(other.path), other.sources[cause.range.source].lines
    )


def _from_here(path: str) -> str:
    """A path as the user would write it where the command runs."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return path


def syntax(document: Document) -> tuple[Cause, ...]:
    """What could not be parsed."""
    from ..presentation import syntax_problems

    return tuple(Cause(span(document, each.range), each.message) for each in syntax_problems(document))


def _repair(document: Document, fix: Fix) -> Repair:
    def replacement(edit: Edit) -> Replacement:
        return Replacement(span(document, edit.range), edit.new_text)

    return Repair(fix.title, fix.kind, fix.preferred, fix.safe, tuple(map(replacement, fix.edits)))


def place(where: Span) -> dict[str, Any]:
    """`cell` and `range` as every JSON of ours has them."""
    start = {"line": where.line, "character": where.character}
    end = {"line": where.end_line, "character": where.end_character}
    return {"cell": where.cell, "range": {"start": start, "end": end}}


def shown_at(path: str, where: Span) -> str:
    """`train.py:10:1`, `train.ipynb:cell 3:1:1`: one-based, as editors and terminals count."""
    cell = "" if where.cell is None else f"cell {where.cell + 1}:"
    return f"{path}:{cell}{where.line + 1}:{where.character + 1}"


Write = Callable[[Report], Iterable[str]]
"""A format: a report's text, piece by piece."""
