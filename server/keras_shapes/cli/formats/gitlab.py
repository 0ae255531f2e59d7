"""GitLab's code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..report import FileReport, Found, Report

_SEVERITIES = {"error": "major", "warning": "minor"}


def write(report: Report) -> Iterator[str]:
    seen: Counter[str] = Counter()
    issues = [_issue(file, found, seen) for file in report.files for found in file.found]
    yield json.dumps(issues, indent=2) + "\n"


def _issue(file: FileReport, found: Found, seen: Counter[str]) -> dict[str, Any]:
    cell = "" if found.span.cell is None else f"cell {found.span.cell + 1}, line {found.span.line + 1}: "
    path = _in_project(file.path)
    return {
        "type": "issue",
        "check_name": found.code,
        "description": f"{cell}{found.message}",
        "severity": _SEVERITIES.get(found.severity, "info"),
        "fingerprint": _fingerprint(path, found, file, seen),
        "location": {"path": path, "lines": {"begin": 1 if cell else found.span.line + 1}},
    }


def _in_project(path: str) -> str:
    """GitLab wants paths from the repository's root on."""
    root = os.environ.get("CI_PROJECT_DIR")
    full = Path(path).absolute()
    return full.relative_to(root).as_posix() if root and full.is_relative_to(root) else Path(path).as_posix()


def _fingerprint(path: str, found: Found, file: FileReport, seen: Counter[str]) -> str:
    """By the line's text and not its number: what only moved is not new."""
    line = file.lines[found.span.cell][found.span.line].strip()
    key = f"{path}\0{found.code}\0{line}"
    seen[key] += 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="surrogatepass")).hexdigest()
