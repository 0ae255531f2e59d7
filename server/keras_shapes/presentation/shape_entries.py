"""Every inferred shape, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .describe import describe, resolved

if TYPE_CHECKING:
    from ..analysis import Analysis, ShapeEntry
    from ..interpreter.records import Shape


def shape_entries(analysis: Analysis) -> tuple[ShapeEntry, ...]:
    """One entry a place; what stands in text that is broken at the moment has none."""
    entries = (_entry(analysis, shape) for shape in analysis.evaluation.shapes)
    return tuple(sorted(filter(None, entries), key=_order))


def _entry(analysis: Analysis, shape: Shape) -> ShapeEntry | None:
    from ..analysis import ShapeEntry

    where, known = analysis.document.range_of(shape.place), describe(resolved(shape.value, analysis.evaluation.state))
    if where is None or known is None:
        return None
    return ShapeEntry(shape.kind, shape.name, where, known.shape, known.dtype, known.text)


def _order(entry: ShapeEntry) -> tuple[int, int, int]:
    return entry.range.source, entry.range.start.line, entry.range.start.character
