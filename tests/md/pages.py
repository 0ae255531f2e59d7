"""Pages of programs with what is to be said of them, read by people and by two checkers: ours and real Keras.

In a ```python block of a page:

    model.predict(x)  # error: [input-rank]         the finding stands on this line; it raises under Keras
    model.fit(x, y)   # warning: [unnormalized-input]   the same, but it runs
    reveal(x)         # (None, 26, 26, 32) float32  what the expression is, for us and for Keras

Where nothing is marked nothing may be said, and Keras must run it.
"""

from __future__ import annotations

import ast
import re
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

_BLOCK = re.compile(r"^## ([^\n]+)\n(?:(?!^## ).)*?^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"# (error|warning): ((?:\[[\w-]+\](?:, )?)+)")
_REVEAL = re.compile(r"^( *)reveal\((.*)\)(?:  # (.+?))?(?:  # (?:error|warning): .*)?$")


@dataclass(frozen=True, slots=True)
class Page:
    """One program. Lines are zero-based."""

    title: str
    text: str

    def marks(self) -> set[tuple[int, str, str]]:
        """Line, level and code of each finding that is to be told."""
        lines = enumerate(self.text.splitlines())
        found = ((number, mark) for number, line in lines for mark in _MARK.finditer(line))
        return {(number, mark[1], code) for number, mark in found for code in re.findall(r"\[([\w-]+)\]", mark[2])}

    def reveals(self) -> dict[int, str | None]:
        """Line → what the expression revealed there is."""
        found = ((number, _REVEAL.match(line)) for number, line in enumerate(self.text.splitlines()))
        return {number: match[3] for number, match in found if match}


def read(file: Path) -> list[Page]:
    """The programs of a page, each under a heading of its own."""
    return [Page(title, text) for title, text in _BLOCK.findall(file.read_text(encoding="utf-8"))]


def told_by_us(page: Page) -> tuple[set[tuple[int, str, str]], dict[int, str]]:
    """Findings and revealed shapes of the static analysis, in the form of `marks` and `reveals`."""
    # Without the marks: a comment must not help, and a revealed expression is a binding like any other.
    lines = [_MARK.sub("#", _REVEAL.sub(r"\1revealed = \2", line)) for line in page.text.splitlines()]
    analysis = analyse(Document.of_text("page.py", "\n".join(lines) + "\n"))
    findings = {(d.range.start.line, d.severity, d.code) for d in analysis.diagnostics}
    shown = {shape.range.start.line: shape.text for shape in analysis.shapes if shape.name == "revealed"}
    return findings, shown


def with_expectations(page: Page, findings: set[tuple[int, str, str]], shown: dict[int, str]) -> str:
    """The program's text with these marks and reveals, and no others."""
    lines = [_MARK.sub("", line).rstrip() for line in page.text.splitlines()]
    for number, line in enumerate(lines):
        if revealed := _REVEAL.match(line):
            lines[number] = f"{revealed[1]}reveal({revealed[2]})  # {shown.get(number, 'unknown')}"
    for number, level in sorted({(number, level) for number, level, _ in findings}):
        codes = sorted(code for line, other, code in findings if (line, other) == (number, level))
        lines[number] += f"  # {level}: {', '.join(f'[{code}]' for code in codes)}"
    return "\n".join(lines) + "\n"


def told_by_keras(page: Page) -> tuple[set[int], dict[int, str], list[str]]:
    """Lines that raised, revealed shapes, and the errors; each statement is run, also after one that raised."""
    revealed: dict[int, str] = {}
    raised: set[int] = set()
    errors = []

    def reveal(value: Any) -> None:
        line = traceback.extract_stack(limit=2)[0].lineno or 0
        revealed[line - 1] = f"({', '.join(map(str, value.shape))}{',' * (len(value.shape) == 1)}) {_dtype(value)}"

    names: dict[str, Any] = {"__name__": "__main__", "reveal": reveal}
    for statement in ast.parse(page.text).body:
        try:
            exec(compile(ast.Module([statement], []), "page.py", "exec"), names)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            raised |= {(frame.lineno or 0) - 1 for frame in frames if frame.filename == "page.py"}
            if isinstance(statement, (ast.Assign, ast.Expr)):
                # A traceback knows no part of a statement over several lines; we do.
                raised |= set(range(statement.lineno - 1, statement.end_lineno or 0))
            errors.append(f"line {statement.lineno}: {type(error).__name__}: {error}")
    return raised, revealed, errors


def _dtype(value: Any) -> str:
    return getattr(value.dtype, "name", None) or str(value.dtype)
