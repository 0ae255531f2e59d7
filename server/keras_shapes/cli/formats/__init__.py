"""One module a format, found by its file's name: `write(report)` gives the text piece by piece."""

from __future__ import annotations

import importlib
from pathlib import Path

from ..report import Write


def names() -> list[str]:
    return sorted(file.stem for file in Path(__file__).parent.glob("[a-z]*.py"))


def writer(name: str) -> Write:
    write: Write = importlib.import_module(f".{name}", __package__).write
    return write
