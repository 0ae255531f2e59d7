"""GitHub Actions' workflow commands: annotations on a pull request's lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from ..report import Found, Report

_LEVELS = {"error": "error", "warning": "warning"}


def write(report: Report) -> Iterator[str]:
    for file in report.files:
        for found in file.found:
            yield f"::{_LEVELS.get(found.severity, 'notice')} {_properties(file.path, found)}::{_data(_words(found))}\n"


def _properties(path: str, found: Found) -> str:
    where = found.span
    values = {"title": f"keras-shapes ({found.code})", "file": path.replace("\\", "/")}
    # In a notebook's file a cell's lines are somewhere else.
    if where.cell is None:
        values |= {"line": str(where.line + 1), "endLine": str(where.end_line + 1)}
        if where.line == where.end_line:
            values |= {"col": str(where.character + 1), "endColumn": str(where.end_character + 1)}
    return ",".join(f"{name}={_property(value)}" for name, value in values.items())


def _words(found: Found) -> str:
    cell = "" if found.span.cell is None else f"Cell {found.span.cell + 1}, line {found.span.line + 1}: "
    fixes = "".join(f"\nhelp: {repair.title}" for repair in found.repairs)
    return f"{cell}{found.message}{fixes}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
