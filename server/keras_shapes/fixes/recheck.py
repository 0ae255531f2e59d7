"""A fix applied to a copy of the text and analysed again: the finding is gone, and none has come."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic
from ..source.document import Document
from ..source.edits import overlap, replaced
from ..source.notebook import blank_magics
from ..values.array import Array
from ..values.unknown import Unknown
from .fix import Edit, Fix

if TYPE_CHECKING:
    from ..analysis import Analysis


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """The document with the edits made; blocks that they do not touch are kept."""
    by_source: dict[int, list[Edit]] = {}
    for edit in edits:
        by_source.setdefault(edit.range.source, []).append(edit)
    sources = list(document.sources)
    for index, changes in by_source.items():
        source = sources[index]
        text = replaced("\n".join(source.lines), [(e.range, e.new_text) for e in changes])
        sources[index] = source.edited(text, None if source.cell is None else blank_magics(text))
    return Document(document.name, tuple(sources))


# What is wrong with labels is only seen once the data and the layers fit.
_FIRST = ("input-", "layer-", "missing-", "batch-", "merge-", "negative-", "undefined-", "reshape-", "dataset-")
_LATER = frozenset(("target-shape", "loss-target", "label-range", "unnormalized-input"))


class Effect(enum.Enum):
    """What an edit does to the findings."""

    NONE = 0
    TRADES = 1
    """The finding goes, and another comes."""
    UNCOVERS = 2
    """The finding goes; what it hid is seen now."""
    MENDS = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """A fix, what it does, and the analysis of the edited text, which is None where there is none."""

    fix: Fix
    effect: Effect
    after: Analysis | None = None


def tried(analysis: Analysis, diagnostic: Diagnostic, fix: Fix) -> Trial:
    """What the fix would do, found out by analysing the edited text."""
    from ..analysis import analyse

    if not fix.edits or any(overlap(a.range, b.range) for i, a in enumerate(fix.edits) for b in fix.edits[:i]):
        return Trial(fix, Effect.NONE)
    after = analyse(edited(analysis.document, fix.edits), analysis.settings, analysis)
    if len(after.document.errors) > len(analysis.document.errors):
        return Trial(fix, Effect.NONE)
    return Trial(fix, _effect(analysis, diagnostic, fix, after), after)


def _effect(analysis: Analysis, diagnostic: Diagnostic, fix: Fix, after: Analysis) -> Effect:
    if not fix.alike and _unseen(after) > _unseen(analysis):
        return Effect.NONE
    old, new = (Counter(d.code for d in a.diagnostics) for a in (analysis, after))
    more = {code for code in new if new[code] > old[code]}
    if new[diagnostic.code] >= old[diagnostic.code]:
        return Effect.NONE if any(_said(d) == _said(diagnostic) for d in after.diagnostics) else Effect.TRADES
    if not more:
        return Effect.UNCOVERS if come(analysis, after) else Effect.MENDS
    return Effect.UNCOVERS if diagnostic.code.startswith(_FIRST) and more <= _LATER else Effect.TRADES


def come(analysis: Analysis, after: Analysis) -> list[Diagnostic]:
    """What is found after an edit and was not before."""
    before = {_said(d) for d in analysis.diagnostics}
    return [d for d in after.diagnostics if _said(d) not in before]


def _said(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.code, diagnostic.expected, diagnostic.found


def _unseen(analysis: Analysis) -> int:
    """How many values are not known: an edit that only hides a mistake from us makes them more."""
    values = [use.value for use in analysis.evaluation.uses]
    return sum(isinstance(v, Unknown) or (isinstance(v, Array) and v.shape is None) for v in values)
