"""Takes the probabilities out of a row that a model predicted for one sample."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context, shape_text
from .data import operand
from .fix import Fix

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    found, place = context.finding.found, context.argument
    if not context.facts.get("probabilities") or place is None or len(found) != 2 or found[0] != 1:
        return
    title = f"Take the one row: {' '.join(place.text.split())} → {shape_text(found[1:])}"
    yield Fix(title, "take-row", context.replace(place, f"{operand(place.text)}[0]"), likelihood=0.9)
