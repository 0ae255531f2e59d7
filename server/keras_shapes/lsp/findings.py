"""An analysis' diagnostics in the protocol's JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..presentation.facts import jsonable
from ..presentation.rule_page import rule_page
from ..settings import SECTION
from .convert import Json, span

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic, Related
    from ..execution.verdict import Verdict
    from ..source.document import Range
    from .client import Client
    from .program import Analysed
    from .verdicts import Verdicts

_SEVERITIES = {"error": 1, "warning": 2, "information": 3, "hint": 4}


def items(analysed: Analysed, source: int, client: Client, verdicts: Verdicts | None = None) -> list[Json]:
    """The diagnostics of one file or cell, but for those that real Keras refuted; and what only it has found."""
    if not analysed.snapshot.settings.enable:
        return []
    diagnostics = [d for d in analysed.analysis.diagnostics if d.range.source == source]
    if verdicts is None:
        return [item(analysed, diagnostic, client) for diagnostic in diagnostics]
    judged = [(diagnostic, verdicts.of(diagnostic)) for diagnostic in diagnostics]
    rests_on = verdicts.rests_on
    shown = [_judged(analysed, d, v, client, rests_on) for d, v in judged if v is None or v.verdict != "refuted"]
    return shown + [_found(analysed, where, error, client, rests_on) for where, error in verdicts.found(source)]


def _judged(analysed: Analysed, diagnostic: Diagnostic, verdict: Verdict | None, client: Client, rests_on: str) -> Json:
    result = item(analysed, diagnostic, client)
    if verdict is not None:
        result["data"] |= {"verdict": verdict.verdict, "error": verdict.error}
        if verdict.verdict == "confirmed" and verdict.error and client.related:
            where = {"uri": analysed.uri(diagnostic.range.source), "range": result["range"]}
            said = f"Keras said: {verdict.error}" + (f" ({rests_on})" if rests_on else "")
            result["relatedInformation"].append({"location": where, "message": said})
    return result


def _found(analysed: Analysed, where: Range, error: str, client: Client, rests_on: str) -> Json:
    lines = analysed.analysis.document.sources[where.source].lines
    place = span(lines, where, client.encoding)
    result = {
        "range": place,
        "severity": _SEVERITIES["error"],
        "source": "Keras said",
        "message": error,
        "data": {"verdict": "found", "error": error},
    }
    if client.related and rests_on:
        location = {"uri": analysed.uri(where.source), "range": place}
        result["relatedInformation"] = [{"location": location, "message": f"seen with {rests_on}"}]
    return result


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
    other = related.document
    lines = (other or analysed.analysis.document).sources[source].lines
    uri = analysed.uri(source) if other is None else Path(other.path).as_uri()
    return {
        "location": {"uri": uri, "range": span(lines, related.range, client.encoding)},
        "message": related.message,
    }
