"""`# keras-shapes: ignore[code]`: what the user has said not to hear of."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .document import Document, Position, Range
from .tree import parse

_WORD = "keras-shapes:"
_COMMENT = re.compile(r"#\s*keras-shapes:\s*(?P<what>ignore-file|ignore)\b(?:\s*\[(?P<codes>[^\]]*)\])?")
_CODE = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment. codes: where each code stands, none for all of them. statement: the lines that it speaks for."""

    where: Range
    codes: tuple[tuple[str, Range], ...]
    whole_file: bool
    lines: tuple[range, ...]

    def covers(self, code: str, where: Range) -> bool:
        if self.codes and all(code != own for own, _ in self.codes):
            return False
        if self.whole_file:
            return True
        line = where.start.line
        return where.source == self.where.source and any(line in lines for lines in self.lines)


@dataclass(frozen=True, slots=True)
class Unused:
    """A comment that silences nothing, or where it silences other rules one `code` in it."""

    where: Range
    code: str


def ignores(document: Document) -> Sequence[Ignore]:
    """The document's ignore comments; found once for each document."""
    if "ignores" not in document._cache:
        document._cache["ignores"] = tuple(
            ignore
            for index, source in enumerate(document.sources)
            if any(_WORD in line for line in source.code)
            for ignore in _in_source(index, source.code)
        )
    return document._cache["ignores"]  # type: ignore[return-value]


def suppressed(document: Document, code: str, where: Range) -> bool:
    """Whether a comment silences this diagnostic: on its first line, or on its statement's first or last line."""
    return any(ignore.covers(code, where) for ignore in ignores(document))


def unused(document: Document, silenced: Iterable[tuple[str, Range]]) -> Iterator[Unused]:
    """The comments that none of the `silenced` diagnostics (code, range) needed."""
    diagnostics = tuple(silenced)
    for ignore in ignores(document):
        served = {code for code, where in diagnostics if ignore.covers(code, where)}
        idle = [(code, where) for code, where in ignore.codes if code not in served]
        if not served:
            yield Unused(ignore.where, ignore.codes[0][0] if len(ignore.codes) == 1 else "")
        else:
            yield from (Unused(where, code) for code, where in idle)


def _in_source(index: int, lines: list[str]) -> Iterator[Ignore]:
    statements: list[range] | None = None
    for number, column in _comments(lines):
        # One comment may hold other tools' words too before ours, and ours twice.
        for found in _COMMENT.finditer(lines[number], column):
            span = _range(index, number, found.start(), found.end())
            start = found.start("codes")
            codes = tuple(
                (code[0], _range(index, number, start + code.start(), start + code.end()))
                for code in _CODE.finditer(found["codes"] or "")
            )
            if statements is None:
                statements = statements_of(lines)
            # Formatters move the comment of a long call to its last line.
            spoken_for = [statement for statement in statements if number in (statement.start, statement.stop - 1)]
            yield Ignore(span, codes, found["what"] == "ignore-file", (range(number, number + 1), *spoken_for))


def _range(source: int, line: int, start: int, end: int) -> Range:
    return Range(source, Position(line, start), Position(line, end))


def _comments(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Line and column of each comment that may be ours; text inside strings is none."""
    import tokenize

    seen = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
            seen = token.end[0]
            if token.type == tokenize.COMMENT and _WORD in token.string:
                yield token.start[0] - 1, token.start[1]
    except (tokenize.TokenError, SyntaxError):
        # Half-typed text: what follows is taken as it looks.
        for number in range(seen, len(lines)):
            if found := _COMMENT.search(lines[number]):
                yield number, found.start()


def statements_of(lines: list[str]) -> list[range]:
    """The lines of each statement; of a compound one its header's only."""
    try:
        tree = parse("\n".join(lines))
    except SyntaxError:
        return []
    return [_extent(node) for node in ast.walk(tree) if isinstance(node, ast.stmt)]


def _extent(node: ast.stmt) -> range:
    body = getattr(node, "body", None)
    end = node.end_lineno or node.lineno
    if body:
        end = max(node.lineno, min(body[0].lineno - 1, end))
    return range(node.lineno - 1, end)


def removal(document: Document, where: Range) -> Range:
    """What to delete with an unused comment or code: the space before it, or the comma beside it."""
    line = document.sources[where.source].lines[where.start.line]
    before, start, end = line[: where.start.character].rstrip(), where.start.character, where.end.character
    if line.startswith("#", start):
        start = len(before)
    elif before.endswith(","):
        start = len(before) - 1
    else:
        end += len(line[end:]) - len(line[end:].lstrip(", "))
    return Range(where.source, Position(where.start.line, start), Position(where.start.line, end))
