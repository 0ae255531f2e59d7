"""An analysis made by hand, so that these tests are about the command line and nothing else.

In a program checked so, `BAD` is an error, `ODD` a warning, `CRASH` a mistake of our own, `DIE` the end of the process.
`BAD` has a fix that changes what the program does (→ `GOOD`); `BAD1` also has a safe one (→ `SAFE`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from keras_shapes import analysis
from keras_shapes.analysis import SyntaxProblem
from keras_shapes.cli import checking
from keras_shapes.cli.main import main
from keras_shapes.diagnostics.diagnostic import Diagnostic, Related
from keras_shapes.fixes.fix import Edit, Fix
from keras_shapes.settings import Settings
from keras_shapes.source.document import Document, Position, Range
from keras_shapes.source.suppressions import suppressed

WORD = re.compile(r"BAD\d?|ODD|CRASH|DIE")


@dataclass(frozen=True)
class ByHand:
    document: Document
    settings: Settings

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        found = (
            self.diagnostic(i, line, word)
            for i, source in enumerate(self.document.sources)
            for line, text in enumerate(source.code)
            for word in WORD.finditer(text)
        )
        return tuple(d for d in found if d.code not in self.settings.ignore and self.wanted(d))

    def wanted(self, diagnostic: Diagnostic) -> bool:
        selected = not self.settings.select or diagnostic.code in self.settings.select
        return selected and not suppressed(self.document, diagnostic.code, diagnostic.range)

    def diagnostic(self, source: int, line: int, word: re.Match[str]) -> Diagnostic:
        if word[0] == "CRASH":
            raise RuntimeError("as asked")
        if word[0] == "DIE":
            os._exit(9)
        code, severity = ("unnormalized-input", "warning") if word[0] == "ODD" else ("input-rank", "error")
        where = Range(source, Position(line, word.start()), Position(line, word.end()))
        declared = Related(Range(0, Position(0, 0), Position(0, 3)), "declared here")
        facts: Any = None
        return Diagnostic(code, severity, "It does not fit", "(None, 20, 10)", "(100, 10)", where, (declared,), facts)

    @property
    def syntax_problems(self) -> Sequence[SyntaxProblem]:
        return [
            SyntaxProblem(Range(i, Position(chunk.line, 0), Position(chunk.line, 1)), chunk.error)
            for i, chunk in self.document.errors
        ]

    def fixes(self, diagnostic: Diagnostic) -> Sequence[Fix]:
        if diagnostic.severity == "warning":
            return ()
        likely = Fix("Make it good", "make-good", (Edit(diagnostic.range, "GOOD"),), preferred=True)
        safe = Fix("Make it safe", "make-safe", (Edit(diagnostic.range, "SAFE"),), safe=True)
        return (likely, safe) if self.document.text_of(diagnostic.range) == "BAD1" else (likely,)


@dataclass
class Outcome:
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """The command in this process: status, standard output, standard error."""

    def run(*arguments: object) -> Outcome:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return Outcome(status, *capfd.readouterr())

    return run


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_CONCERNS_US", WORD)

    def analyse(
        document: Document, settings: Settings | None = None, previous: object = None, project: object = None
    ) -> ByHand:
        return ByHand(document, settings or Settings())

    monkeypatch.setattr(analysis, "analyse", analyse)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
