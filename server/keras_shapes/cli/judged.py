"""A check whose findings real Keras has judged: what it refutes is gone, what only it has found is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .checking import Mending, check
from .report import FileReport, Found, Repair, Verdict
from .targets import Target
from .validating import Session, validated

KERAS_SAID = "keras-said"
"""The code of what only the run has found: no rule of ours."""


def check_and_validate(target: Target, mending: Mending, session: Session) -> FileReport:
    """Raises Unreadable."""
    report = check(target, mending)
    judged = validated(target, session, None)
    verdicts = {(each.code, each.span): each for each in judged.verdicts}
    session.refuted += sum(each.verdict == "refuted" for each in judged.verdicts)
    found = tuple(each for old in report.found for each in _judged(old, verdicts.get((old.code, old.span))))
    more = tuple(_said(each) for each in judged.verdicts if each.verdict == "found")
    lines = report.lines or judged.lines
    return replace(report, found=found + more, lines=lines, verdicts=judged.verdicts)


def _judged(found: Found, verdict: Verdict | None) -> Iterator[Found]:
    """The finding with what was said of it and of its fixes; nothing where it is refuted."""
    if verdict is None:
        yield found
    elif verdict.verdict != "refuted":
        said = {fix.title: fix.verdict for fix in verdict.fixes}
        tried = [replace(repair, verdict=said.get(repair.title, "")) for repair in found.repairs]
        repairs: tuple[Repair, ...] = tuple(repair for repair in tried if repair.verdict != "fails")
        yield replace(found, repairs=repairs, verdict=verdict.verdict, said=verdict.error or "")


def _said(verdict: Verdict) -> Found:
    said = verdict.error or ""
    return Found(KERAS_SAID, "error", f"Keras said: {said}", "", "", verdict.span, (), (), "found", said)
