"""One program analysed: what it cost, whether it crashed, what was found, how many layers' outputs are known."""

from __future__ import annotations

import ast
import logging
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.source.document import Document
from keras_shapes.source.notebook import BrokenNotebook, read_notebook
from keras_shapes.source.project import Project

from .applications import applied, known

SLOW_SECONDS = 5.0
"""CPU time for one file, past which it is too slow to be worked with."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding. where: the file's path in its package; text: the line that it stands on."""

    where: str
    line: int
    code: str
    text: str
    message: str


@dataclass(slots=True)
class Tally:
    """What some programs came to. Seconds are of CPU time."""

    files: int = 0
    lines: int = 0
    seconds: float = 0.0
    parsing: float = 0.0
    applications: int = 0
    known: int = 0
    crashes: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    times: list[tuple[float, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class _Heard(logging.Handler):
    """Keeps what the engine says of its own defects: it goes on after them, and a crash must not look like silence."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))


def check(program: str, text: str, where: str, project: Project | None = None) -> Tally:
    """Analyses one program. `program`: its path or name; `where`: how findings name it."""
    try:
        parsing, tree, document = _parsed(program, text)
    except (SyntaxError, ValueError, RecursionError, BrokenNotebook):
        return Tally()
    tally = Tally(1, text.count("\n"), parsing=parsing)
    heard, log = _Heard(), logging.getLogger("keras_shapes")
    log.addHandler(heard)
    log.propagate = False
    start = time.process_time()
    try:
        analysis = analyse(document, project=project)
        tally.found = list(_found(analysis, where))
        tally.seconds = time.process_time() - start
        calls = [] if tree is None else applied(tree)
        tally.applications, tally.known = len(calls), known(analysis, calls)
    except Exception:
        heard.said.append(traceback.format_exc(limit=-3))
    log.removeHandler(heard)
    tally.crashes = [f"{where}\n{said}" for said in heard.said]
    tally.times = [(tally.seconds, where)]
    return tally


def _parsed(program: str, text: str) -> tuple[float, ast.Module | None, Document]:
    if program.endswith(".ipynb"):
        return 0.0, None, read_notebook(program, text)
    start = time.process_time()
    tree = ast.parse(text)
    return time.process_time() - start, tree, Document.of_text(program, text)


def _found(analysis: Analysis, where: str) -> Iterator[Found]:
    for each in analysis.diagnostics:
        if each.severity in ("error", "warning"):
            lines = analysis.document.sources[each.range.source].lines
            number = each.range.start.line
            yield Found(where, number + 1, each.code, lines[number].strip(), each.message)


def folder(path: Path, name: str, every: int = 1) -> Tally:
    """All programs below a folder, as one project; or one in so many of them."""
    tally, project = Tally(), Project([path])
    files = sorted(file for suffix in ("*.py", "*.ipynb") for file in path.rglob(suffix))
    for file in files[::every]:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
        tally.add(check(str(file), text, f"{name}/{file.relative_to(path).as_posix()}", project))
    return tally
