"""Findings in words. One file a code, named as the code; folders are discovered.

A rule's module holds its public page (the docstring), its `SEVERITY` and `message(finding)`; `shapes(finding)` where
what was expected and found are not the finding's own two shapes.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from ..interpreter.engine import Evaluation
from ..interpreter.records import Finding
from ..settings import Settings
from ..source.block import Place
from ..source.document import Document, Range
from ..source.suppressions import ignores, suppressed
from .diagnostic import ERROR, Diagnostic, Related
from .words import related_message, shown


@lru_cache(maxsize=1)
def rules() -> dict[str, ModuleType]:
    """Every rule's module by its code."""
    folder = os.path.dirname(__file__)
    names = sorted(f[:-3] for f in os.listdir(folder) if f.endswith(".py") and not f.startswith("_"))
    modules = {n.replace("_", "-"): importlib.import_module(f"{__package__}.{n}") for n in names}
    return {code: module for code, module in modules.items() if hasattr(module, "SEVERITY")}


def rule(code: str) -> ModuleType | None:
    """The module of a rule, loaded when first needed."""
    try:
        module = importlib.import_module(f"{__package__}.{code.replace('-', '_')}")
    except ModuleNotFoundError:
        return None
    return module if hasattr(module, "SEVERITY") else None


def severity_of(code: str, default: str, settings: Settings) -> str | None:
    """The level at which a rule is reported; None where it is not."""
    if (settings.select and code not in settings.select) or code in settings.ignore:
        return None
    level = settings.severity.get(code, default)
    return None if level == "off" else level


def diagnose(document: Document, evaluation: Evaluation, settings: Settings) -> Iterator[Diagnostic]:
    """The findings of an evaluation in words, in the order of the text."""
    silenced: list[tuple[str, Range]] = []
    text = _Text(document, evaluation)
    found = [d for each in evaluation.findings if (d := _diagnostic(text, each, settings, silenced)) is not None]
    if ignores(document):
        found += _idle_ignores(document, settings, silenced)
    yield from sorted(found, key=lambda d: (d.range.source, d.range.start.line, d.range.start.character, d.code))


def _idle_ignores(document: Document, settings: Settings, silenced: list[tuple[str, Range]]) -> Iterator[Diagnostic]:
    from . import unused_ignore

    def reported(code: str) -> bool:
        if not code:
            return not settings.select and not settings.ignore and "off" not in settings.severity.values()
        return severity_of(code, ERROR, settings) is not None

    severity = severity_of(unused_ignore.CODE, unused_ignore.SEVERITY, settings)
    if severity is not None:
        yield from unused_ignore.diagnostics(document, silenced, severity, reported)


@dataclass(frozen=True, slots=True)
class _Text:
    """A document and those of the modules that it imports: places are in one of them."""

    document: Document
    evaluation: Evaluation

    def where(self, finding: Finding) -> Range | None:
        """Where it surfaces; for what raises in another file, the innermost call in this one that leads there."""
        return next(filter(None, map(self.document.range_of, (finding.place, *reversed(finding.calls)))), None)

    def related(self, place: Place, message: str) -> Related | None:
        """A place as a cause; None where its text is no more."""
        for document in (self.document, *self.evaluation.documents):
            where = document.range_of(place)
            if where is not None:
                return Related(where, message, None if document is self.document else document)
        return None

    def causes(self, finding: Finding) -> Iterator[Related]:
        if self.document.range_of(finding.place) is None:
            cause = self.related(finding.place, "it raises here")
            if cause is not None:
                yield cause
        for evidence in finding.evidence:
            cause = self.related(evidence.place, related_message(evidence, finding))
            if cause is not None:
                yield cause


def _diagnostic(
    text: _Text, finding: Finding, settings: Settings, silenced: list[tuple[str, Range]]
) -> Diagnostic | None:
    """None where it is not reported; `silenced` gets those that only a comment keeps from it."""
    module = rule(finding.code)
    where = text.where(finding)
    if module is None or where is None:
        return None
    default = module.severity(finding) if hasattr(module, "severity") else module.SEVERITY
    severity = severity_of(finding.code, default, settings)
    if severity is None:
        return None
    if suppressed(text.document, finding.code, where):
        silenced.append((finding.code, where))
        return None
    expected, found = (
        module.shapes(finding) if hasattr(module, "shapes") else (shown(finding.expected), shown(finding.found))
    )
    related = tuple(cause for cause in text.causes(finding) if cause.document is not None or cause.range != where)
    return Diagnostic(finding.code, severity, module.message(finding), expected, found, where, related, finding)
