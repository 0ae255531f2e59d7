"""The paths on the command line → the programs that they mean."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..settings import Settings
from ..source.discovery import find
from ..source.document import Document
from ..source.project import Project
from ..source.reading import Text, Unreadable, decode, read
from .configuration import Configuration

if TYPE_CHECKING:
    from ..analysis import Analysis

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A program to look at. shown: its path as the user gave it, or as found below what the user gave.

    content: its bytes where they come from standard input. problem: why there is nothing to read.
    """

    path: Path
    shown: str
    settings: Settings
    content: bytes | None = None
    problem: str = ""

    def text(self) -> Text:
        """Raises Unreadable."""
        if self.problem:
            raise Unreadable(self.problem)
        if self.content is not None:
            return decode(self.content, notebook=self.path.suffix == ".ipynb")
        return read(self.path)

    def document(self, text: str) -> Document:
        """Raises Unreadable."""
        if self.path.suffix != ".ipynb":
            return Document.of_text(self.shown, text)
        from ..source.notebook import BrokenNotebook, read_notebook

        try:
            return read_notebook(self.shown, text)
        except BrokenNotebook as problem:
            raise Unreadable(str(problem)) from None

    def analysis(self, document: Document) -> Analysis:
        from ..analysis import analyse

        return analyse(document, self.settings, project=_project())


@lru_cache(maxsize=1)
def _project() -> Project:
    """Modules that several programs import are evaluated once in a process."""
    from ..execution.interpreters import chosen_versions

    folder = Path.cwd()
    return Project([folder], versions=lambda interpreter: chosen_versions(interpreter, folder))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        default=["."],
        help="files, folders (searched for .py and .ipynb, without what .gitignore names), or - for standard input",
    )
    parser.add_argument("--stdin-filename", metavar="NAME", default="-", help="what to call standard input")


def targets(paths: Iterable[str], stdin_name: str, configuration: Configuration) -> list[Target]:
    """Each program once, in the order of the paths, as it was called first."""
    found: dict[Path, Target] = {}
    for path in paths:
        for target in _of(path, stdin_name, configuration):
            found.setdefault(target.path.absolute(), target)
    return list(found.values())


def _of(path: str, stdin_name: str, configuration: Configuration) -> Iterator[Target]:
    if path == STANDARD_INPUT:
        file = Path(stdin_name)
        yield Target(file, stdin_name, configuration.settings(file.parent), sys.stdin.buffer.read())
    elif Path(path).is_dir():
        yield from _below(path, configuration)
    else:
        yield Target(Path(path), path, configuration.settings(Path(path).parent))


def _below(folder: str, configuration: Configuration) -> Iterator[Target]:
    root = Path(folder)
    try:
        for file in find(root, configuration.excluded):
            yield Target(file, _below_given(folder, file.relative_to(root)), configuration.settings(file.parent))
    except OSError as problem:
        yield Target(root, folder, Settings(), problem=problem.strerror or str(problem))


def _below_given(folder: str, below: Path) -> str:
    """A path that begins as the user wrote it: pathlib would drop the dot of `./src`."""
    if folder == ".":
        return str(below)
    return f"{folder}{below}" if folder.endswith(("/", os.sep)) else f"{folder}{os.sep}{below}"
