"""A finding in words, at a range: what editors, the command line and fixes work with."""

from __future__ import annotations

from dataclasses import dataclass

from ..interpreter.records import Finding
from ..source.document import Document, Range

ERROR, WARNING, INFORMATION, HINT = "error", "warning", "information", "hint"


@dataclass(frozen=True, slots=True)
class Related:
    """A cause, and why it is one. document: where it is in another file than the diagnostic, that."""

    range: Range
    message: str
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`expected` and `found` are in Keras' notation, such as "(None, 20, 10)"."""

    code: str
    severity: str
    message: str
    expected: str
    found: str
    range: Range
    related: tuple[Related, ...]
    finding: Finding
