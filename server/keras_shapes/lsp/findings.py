"""An analysis' diagnostics in the protocol's JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..presentation.facts import jsonable
from ..presentation.rule_page import rule_page
from ..settings import SECTION
from .convert import Json, span

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic, Related
    from .client import Client
    from .program import Analysed

_SEVERITIES = {"error": 1, "warning": 2, "information": 3, "hint": 4}


def items(analysed: Analysed, source: int, client: Client) -> list[Json]:
    """The diagnostics of one file or cell."""
    if not analysed.snapshot.settings.enable:
        return []
    return [item(analysed, d, client) for d in analysed.analysis.diagnostics if d.range.source == source]


def item(analysed: Analysed, diagnostic: Diagnostic, client: Client) -> Json:
    lines = analysed.analysis.document.sources[diagnostic.range.source].lines
    result = {
        "range": span(lines, diagnostic.range, client.encoding),
        "severity": _SEVERITIES.get(diagnostic.severity, 3),
        "code": diagnostic.code,
        "codeDescription": {"href": rule_page(diagnostic.code)},
        "source": SECTION,
        "message": diagnostic.message,
        "data": {
            "expected": diagnostic.expected,
            "found": diagnostic.found,
            "facts": jsonable(diagnostic.finding.facts),
        },
    }
    if client.related:
        result["relatedInformation"] = [_related(analysed, related, client) for related in diagnostic.related]
    return result


def _related(analysed: Analysed, related: Related, client: Client) -> Json:
    source = related.range.source
    lines = analysed.analysis.document.sources[source].lines
    return {
        "location": {"uri": analysed.uri(source), "range": span(lines, related.range, client.encoding)},
        "message": related.message,
    }
