"""Pages of programs with what is to be said of them, read by people and by two checkers: ours and real Keras.

In a ```python block of a page:

    model.predict(x)  # error: [input-rank]         the finding stands on this line; it raises under Keras
    model.fit(x, y)   # warning: [unnormalized-input]   the same, but it runs
    reveal(x)         # (None, 26, 26, 32) float32  what the expression is, for us and for Keras

Where nothing is marked nothing may be said, and Keras must run it. A program may have files beside it, which it
imports: blocks that begin with ```python model.py. Blocks that begin with ```python cell are those of a notebook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

MAIN = "page.py"
NOTEBOOK = "page.ipynb"

_SECTION = re.compile(r"^## ([^\n]+)\n((?:(?!^## ).*\n)*)", re.MULTILINE)
BLOCK = re.compile(r"^```python(?: ([^\n]+))?\n(.*?)^```", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"# (error|warning): ((?:\[[\w-]+\](?:, )?)+)")
_REVEAL = re.compile(r"^( *)reveal\((.*?)\)(?:  # (.+?))?(?:  # (?:error|warning): .*)?$")


class Spot(NamedTuple):
    """A line, zero-based, of a page's part by its name."""

    part: str
    line: int


class Mark(NamedTuple):
    """A finding where it is to be told."""

    spot: Spot
    level: str
    code: str


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a program, by its path; or a cell of a notebook, by its number."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One program: the files that it imports, and itself or its cells."""

    title: str
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, title: str, text: str) -> Page:
        """A program of one file."""
        return cls(title, (Part(MAIN, text),))

    @property
    def cells(self) -> list[Part]:
        return [part for part in self.parts if part.name.isdigit()]

    @property
    def files(self) -> list[Part]:
        return [part for part in self.parts if not part.name.isdigit()]

    def notebook(self) -> str:
        """The cells as the text of an `.ipynb` file."""
        cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": part.text} for part in self.cells]
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})

    def lines(self) -> Iterator[tuple[Spot, str]]:
        for part in self.parts:
            yield from ((Spot(part.name, number), line) for number, line in enumerate(part.text.splitlines()))

    def marks(self) -> set[Mark]:
        """The findings that are to be told."""
        found = ((spot, mark) for spot, line in self.lines() for mark in _MARK.finditer(line))
        return {Mark(spot, mark[1], code) for spot, mark in found for code in re.findall(r"\[([\w-]+)\]", mark[2])}

    def reveals(self) -> dict[Spot, str | None]:
        """What each expression that is revealed is."""
        found = ((spot, _REVEAL.match(line)) for spot, line in self.lines())
        return {spot: match[3] for spot, match in found if match}

    def unmarked(self) -> Page:
        """The program for the analysis: a comment must not help, and a revealed expression is a binding like any."""
        return Page(self.title, tuple(Part(part.name, _bare(part.text)) for part in self.parts))


def _bare(text: str) -> str:
    lines = [_MARK.sub("#", _REVEAL.sub(r"\1revealed = \2", line)) for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def read(file: Path) -> list[Page]:
    """The programs of a page, each under a heading of its own."""
    sections = _SECTION.findall(file.read_text(encoding="utf-8"))
    pages = [Page(title, tuple(_parts(BLOCK.findall(section)))) for title, section in sections]
    return [page for page in pages if page.parts]


def _parts(blocks: list[tuple[str, str]]) -> Iterator[Part]:
    cells = 0
    for name, text in blocks:
        if name == "cell":
            yield Part(str(cells), text)
            cells += 1
        else:
            yield Part(name or MAIN, text)


def with_expectations(page: Page, findings: set[Mark], shown: dict[Spot, str]) -> list[Part]:
    """The program's parts with these marks and reveals, and no others."""
    return [Part(part.name, _expecting(part, findings, shown)) for part in page.parts]


def _expecting(part: Part, findings: set[Mark], shown: dict[Spot, str]) -> str:
    lines = [_MARK.sub("", line).rstrip() for line in part.text.splitlines()]
    for number, line in enumerate(lines):
        if revealed := _REVEAL.match(line):
            lines[number] = f"{revealed[1]}reveal({revealed[2]})  # {shown.get(Spot(part.name, number), 'unknown')}"
    here = [mark for mark in findings if mark.spot.part == part.name]
    for number, level in sorted({(mark.spot.line, mark.level) for mark in here}):
        codes = sorted(mark.code for mark in here if (mark.spot.line, mark.level) == (number, level))
        lines[number] += f"  # {level}: {', '.join(f'[{code}]' for code in codes)}"
    return "".join(f"{line}\n" for line in lines)
