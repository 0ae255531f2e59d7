"""The page of a rule, which comes with the package: links to it work for everybody, without a network too."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PAGES = Path(__file__).resolve().parents[1] / "rules"


@cache
def rule_page(code: str) -> str:
    """The URI of the page."""
    return _path(code).as_uri()


def rule_text(code: str) -> str:
    """What stands on it, in Markdown."""
    return _path(code).read_text(encoding="utf-8")


def _path(code: str) -> Path:
    return _PAGES / f"{code}.md"
