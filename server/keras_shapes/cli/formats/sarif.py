"""SARIF 2.1.0, which code scanning services read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...presentation.rule_page import rule_text
from ..judged import KERAS_SAID
from ..report import Found, Repair, Report, Span

_LEVELS = {"error": "error", "warning": "warning"}


def write(report: Report) -> Iterator[str]:
    codes = sorted({found.code for file in report.files for found in file.found})
    driver = {
        "name": "keras-shapes",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        # Characters are code points here; SARIF would else take them for UTF-16's units.
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(file.path, found, codes.index(found.code)) for file in report.files for found in file.found
        ],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    if code == KERAS_SAID:
        return {"id": code}
    page = rule_text(code)
    return {"id": code, "help": {"text": page, "markdown": page}}


def _result(path: str, found: Found, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS.get(found.severity, "note"),
        "message": {"text": found.message},
        "locations": [_location(path, found.span)],
        "relatedLocations": [
            {"id": number, "message": {"text": cause.message}, **_location(cause.path or path, cause.span)}
            for number, cause in enumerate(found.causes, 1)
        ],
    }
    # A replacement inside a notebook's cell has no place in the notebook's own text.
    if found.span.cell is None and found.repairs:
        result["fixes"] = [_fix(path, repair) for repair in found.repairs]
    return result


def _location(path: str, where: Span) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if where.cell is None:
        return {"physicalLocation": physical | {"region": _region(where)}}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": f"cell {where.cell + 1}, line {where.line + 1}"}],
    }


def _artifact(path: str) -> dict[str, str]:
    file = Path(path)
    return {"uri": file.as_uri() if file.is_absolute() else quote(file.as_posix())}


def _region(where: Span) -> dict[str, int]:
    start = {"startLine": where.line + 1, "startColumn": where.character + 1}
    return start | {"endLine": where.end_line + 1, "endColumn": where.end_character + 1}


def _fix(path: str, repair: Repair) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.new_text}} for edit in repair.edits
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": repair.title}, "artifactChanges": [change]}
