"""Every inferred shape, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .describe import describe, resolved
from .lines import Lines

if TYPE_CHECKING:
    from ..analysis import Analysis, ShapeEntry
    from ..interpreter.records import Shape


def shape_entries(analysis: Analysis, within: Lines | None = None) -> tuple[ShapeEntry, ...]:
    """One entry a place, of the whole text or some lines; what stands in text that is broken just now has none."""
    shapes = analysis.evaluation.shapes
    if within is not None:
        shapes = [shape for shape in shapes if within.touch(analysis.document, shape.place)]
    entries = (_entry(analysis, shape) for shape in shapes)
    return tuple(sorted(filter(None, entries), key=_order))


def _entry(analysis: Analysis, shape: Shape) -> ShapeEntry | None:
    from ..analysis import ShapeEntry

    where, known = analysis.document.range_of(shape.place), describe(resolved(shape.value, analysis.evaluation.state))
    if where is None or known is None:
        return None
    return ShapeEntry(shape.kind, shape.name, where, known.shape, known.dtype, known.text)


def _order(entry: ShapeEntry) -> tuple[int, int, int]:
    return entry.range.source, entry.range.start.line, entry.range.start.character
