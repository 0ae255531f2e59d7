"""One JSON object, for programs; what it holds is promised and only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..report import FileReport, Found, Repair, Report, place


def write(report: Report) -> Iterator[str]:
    yield dumped(map(_file, report.files))


def dumped(files: Iterable[dict[str, Any]]) -> str:
    """The envelope that every command's JSON has."""
    return json.dumps({"version": 1, "files": list(files)}, indent=2) + "\n"


def _file(file: FileReport) -> dict[str, Any]:
    return {"path": file.path, "diagnostics": [_diagnostic(file.path, found) for found in file.found]}


def _diagnostic(path: str, found: Found) -> dict[str, Any]:
    judged = {"verdict": found.verdict, "error": found.said or None} if found.verdict else {}
    return {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "expected": found.expected,
        "found": found.found,
        **place(found.span),
        "related": [
            {"path": cause.path or path, **place(cause.span), "message": cause.message} for cause in found.causes
        ],
        "fixes": [_fix(path, repair) for repair in found.repairs],
        **judged,
    }


def _fix(path: str, repair: Repair) -> dict[str, Any]:
    return {
        "title": repair.title,
        "kind": repair.kind,
        "preferred": repair.preferred,
        "safe": repair.safe,
        "edits": [{"path": path, **place(edit.span), "new_text": edit.new_text} for edit in repair.edits],
        **({"verdict": repair.verdict} if repair.verdict else {}),
    }
