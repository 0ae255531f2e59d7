"""For people: the message, the lines it is about with what was expected and where it comes from, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..report import Cell, FileReport, Found, Report, Span, shown_at
from ..style import SEVERITY_COLOURS, Palette, coloured, shown, width
from ..summary import summary

_WIDEST = 120
# How a validated finding stands; of what only the run has found the message says it all.
_SAID = {"confirmed": "confirmed by running", "not-run": "not run"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An underlined part of a line, in code points, and what is said of it."""

    line: int
    start: int
    end: int
    label: str
    primary: bool


def write(report: Report) -> Iterator[str]:
    paint = Palette(coloured())
    for file in report.files:
        for found in file.found:
            yield "\n".join(_finding(file, found, paint)) + "\n\n"
    yield summary(report)
    codes = [found.code for file in report.files for found in file.found if found.verdict != "found"]
    if codes:
        yield paint("dim", f"What a rule means: keras-shapes rule {codes[0]}") + "\n"


def _finding(file: FileReport, found: Found, paint: Palette) -> Iterator[str]:
    colour = SEVERITY_COLOURS[found.severity]
    yield paint(colour, f"{found.severity}[{found.code}]") + paint("bold", f": {found.message}")
    texts: dict[tuple[str, Cell], Sequence[str]] = {(file.path, cell): lines for cell, lines in file.lines.items()}
    texts |= {(cause.path, cause.span.cell): cause.lines for cause in found.causes if cause.path}
    marks = [((file.path, found.span.cell), found.span, _label(found), True)]
    marks += [((cause.path or file.path, cause.span.cell), cause.span, cause.message, False) for cause in found.causes]
    gutter = len(str(1 + max(where.line for _, where, _, _ in marks)))
    arrow = "-->"
    # The finding's own file and cell come first, then those of its causes.
    for text in dict.fromkeys(text for text, _, _, _ in marks):
        lines = texts.get(text, ())
        own = [_mark(lines, where, label, primary) for place, where, label, primary in marks if place == text]
        at = shown_at(text[0], Span(text[1], own[0].line, own[0].start, own[0].line, own[0].end))
        yield " " * gutter + paint("blue", arrow) + f" {at}"
        yield from _excerpt(lines, own, gutter, colour, paint)
        arrow = ":::"
    if found.verdict in _SAID:
        words = f"{_SAID[found.verdict]}: {found.said}" if found.said else _SAID[found.verdict]
        yield " " * gutter + paint("blue", " = ") + paint("bold", "keras: ") + words
    for repair in found.repairs:
        how = paint("dim", " (safe: --fix does it)") if repair.safe else ""
        how = paint("green", " ✓ runs") * (repair.verdict == "works") + how
        yield " " * gutter + paint("blue", " = ") + paint("green", "help: ") + repair.title + how


def _label(found: Found) -> str:
    return f"expected {found.expected}, found {found.found}" if found.expected and found.found else found.expected


def _mark(lines: Sequence[str], where: Span, label: str, primary: bool) -> Mark:
    """Of a range over several lines, the part on the first."""
    text = lines[where.line] if where.line < len(lines) else ""
    end = where.end_character if where.end_line == where.line else len(text.rstrip())
    return Mark(where.line, where.character, max(end, where.character + 1), label, primary)


def _excerpt(lines: Sequence[str], marks: list[Mark], gutter: int, colour: str, paint: Palette) -> Iterator[str]:
    bar = paint("blue", "|")
    margin = " " * (gutter + 1) + bar
    yield margin
    before = -1
    for number in sorted({mark.line for mark in marks}):
        gap = number - before - 1 if before >= 0 else 0
        if gap == 1:
            yield f"{_number(before + 2, gutter, paint)} {bar} {shown(lines[before + 1])[:_WIDEST]}".rstrip()
        elif gap:
            yield paint("blue", "...")
        on_line = sorted((m for m in marks if m.line == number), key=lambda m: not m.primary)
        text = lines[number] if number < len(lines) else ""
        yield from _marked(text, on_line, f"{_number(number + 1, gutter, paint)} {bar} ", f"{margin} ", colour, paint)
        before = number
    yield margin


def _number(line: int, gutter: int, paint: Palette) -> str:
    return paint("blue", f"{line:>{gutter}}")


def _marked(text: str, marks: list[Mark], head: str, margin: str, colour: str, paint: Palette) -> Iterator[str]:
    """A line and below it each mark, the finding's own first."""
    first = _window(marks[0])
    cut = shown(text[first:])
    ellipsis = "…" if first else ""
    yield (head + ellipsis + (cut if len(cut) <= _WIDEST else cut[: _WIDEST - 1] + "…")).rstrip()
    for mark in marks:
        start = width(ellipsis + shown(text[first : mark.start]))
        length = max(1, min(width(shown(text[max(first, mark.start) : mark.end])), _WIDEST - start + 1))
        line = " " * start + ("^" if mark.primary else "-") * length + f" {mark.label}".rstrip()
        yield margin + " " * start + paint(colour if mark.primary else "blue", line[start:])


def _window(mark: Mark) -> int:
    """From which character on a very long line is shown, so that the mark is seen."""
    return 0 if mark.end <= _WIDEST else max(0, mark.start - _WIDEST // 4)
