"""An analysis as a program to validate: cells joined, fixes applied, arrays described; and lines back to places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from ..analysis import Analysis
from ..diagnostics.diagnostic import Diagnostic
from ..fixes.fix import Fix
from ..fixes.recheck import edited
from ..presentation.facts import plain_dim
from ..source.data_files import DataName
from ..source.document import Document, Position, Range, Source
from ..values.array import Array
from .lookalikes import Named, named_in
from .synthesize import Binding
from .validation import Candidate, Expected, Program


@dataclass(frozen=True, slots=True)
class Request:
    """diagnostics: what each of the program's expectations stands for. starts: the line (from 0) of each source."""

    program: Program
    diagnostics: tuple[Diagnostic, ...]
    fixes: tuple[tuple[Fix, ...], ...]
    starts: tuple[int, ...]
    document: Document

    def range_of(self, line: int) -> Range:
        """A line (from 0) of the program in the user's text."""
        source = max(bisect_right(self.starts, line) - 1, 0)
        text = self.document.sources[source].lines
        line = min(line - self.starts[source], len(text) - 1)
        indent = len(text[line]) - len(text[line].lstrip())
        return Range(source, Position(line, indent), Position(line, len(text[line])))


def request(analysis: Analysis, path: Path, diagnostics: Sequence[Diagnostic]) -> Request:
    """What to validate of a document: these of its diagnostics with their fixes, and all that it runs."""
    document = analysis.document
    starts = _starts(document.sources)
    fixes = tuple(tuple(analysis.fixes(diagnostic)) for diagnostic in diagnostics)
    expected = tuple(
        Expected(each.code, _line(starts, each.range), each.severity, tuple(_candidates(document, offered)))
        for each, offered in zip(diagnostics, fixes, strict=True)
    )
    text = _joined(map(_parsable, document.sources))
    program = Program(path, text, expected, tuple(_bindings(analysis, starts)), tuple(_files(analysis, path, text)))
    return Request(program, tuple(diagnostics), fixes, starts, document)


def _starts(sources: Sequence[Source]) -> tuple[int, ...]:
    return tuple(accumulate((len(source.code) for source in sources[:-1]), initial=0))


def _joined(sources: Iterable[Sequence[str]]) -> str:
    return "\n".join(line for source in sources for line in source)


def _parsable(source: Source) -> list[str]:
    """The source's lines, those of broken statements blank: the rest can still be run."""
    lines = list(source.code)
    for chunk in source.chunks:
        if chunk.error:
            lines[chunk.line : chunk.end] = [""] * (chunk.end - chunk.line)
    return lines


def _line(starts: Sequence[int], where: Range) -> int:
    return starts[where.source] + where.start.line


def _candidates(document: Document, fixes: Iterable[Fix]) -> Iterator[Candidate]:
    for fix in fixes:
        yield Candidate(fix.title, _joined(map(_parsable, edited(document, fix.edits).sources)))


def _files(analysis: Analysis, path: Path, text: str) -> Iterator[Named]:
    """The data files of the workspace that the program names: those that the analysis met, and any other text of it."""
    project = analysis.project
    if project is None or not analysis.settings.data_files:
        return
    folder = str(path.parent)
    names = {name for name in analysis.evaluation.imports if isinstance(name, DataName)}
    for name in sorted(names | {DataName(folder, each) for each in named_in(text)}, key=lambda name: name.name):
        file = project.data(name)
        if file is not None:
            yield Named(name.name, file)


def _bindings(analysis: Analysis, starts: Sequence[int]) -> Iterator[Binding]:
    """What the analysis knows of arrays that names are bound to: the likeness that made-up data must have."""
    for shape in analysis.evaluation.shapes:
        array, where = shape.value, analysis.document.range_of(shape.place)
        if shape.kind != "variable" or not isinstance(array, Array) or array.kind == "symbolic" or where is None:
            continue
        dims = None if array.shape is None else tuple(plain_dim(dim) for dim in array.shape)
        low, high = (array.interval.low, array.interval.high) if array.interval else (None, None)
        dtype = array.dtype or None
        yield Binding(_line(starts, where), shape.name, dims, dtype, low, high, array.one_hot)
