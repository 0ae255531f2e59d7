"""A fix applied to a copy of the text and analysed again: the finding is gone, and none has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic
from ..source.document import Document
from ..source.edits import overlap, replaced
from ..source.notebook import blank_magics
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


def mends(analysis: Analysis, diagnostic: Diagnostic, fix: Fix) -> bool:
    from ..analysis import analyse

    if not fix.edits or any(overlap(a.range, b.range) for i, a in enumerate(fix.edits) for b in fix.edits[:i]):
        return False
    after = analyse(edited(analysis.document, fix.edits), analysis.settings, analysis)
    if len(after.document.errors) > len(analysis.document.errors):
        return False
    old, new = (Counter(d.code for d in a.diagnostics) for a in (analysis, after))
    return new[diagnostic.code] < old[diagnostic.code] and all(new[code] <= old[code] for code in new)
