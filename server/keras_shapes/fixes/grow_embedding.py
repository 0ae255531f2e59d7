"""As many rows in the table as the largest index needs."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.interval import Interval
from ..values.layer import Layer
from .context import Context
from .fix import Fix
from .sizes import other_numbers
from .syntax import definition

CODES = ("embedding-range",)


def propose(context: Context) -> Iterator[Fix]:
    layer, interval = context.facts.get("layer"), context.facts.get("interval")
    place = layer.site.arguments.get("input_dim") if isinstance(layer, Layer) else None
    if place is None or not isinstance(interval, Interval):
        return
    rows = int(interval.high) + 1
    title = f"Give the Embedding {rows:,} rows, for the indices 0 to {rows - 1:,}"
    where = definition(context, place) or place
    if rows == int(context.finding.expected) + 1 and not where.text.strip().isdigit():
        # Computed from the data, and one too few: the largest index is no count.
        yield Fix(title, "grow-embedding", context.replace(where, f"{where.text} + 1"), likelihood=0.85)
        return
    for edits, name in other_numbers(context, place, rows):
        words = f" ({name} = {rows})" if name else ""
        yield Fix(title + words, "grow-embedding", edits, likelihood=0.8 + 0.01 * bool(name))
