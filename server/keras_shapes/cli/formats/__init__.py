"""One module a format, found by its file's name: `write(report)` gives the text piece by piece."""

from __future__ import annotations

import importlib
import pkgutil

from ..report import Write


def names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def writer(name: str) -> Write:
    write: Write = importlib.import_module(f".{name}", __package__).write
    return write
