"""Turns an array whose samples stand in its columns."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.dim import same
from .context import Context, shape_text
from .data import operand
from .fix import Fix

CODES = ("sample-count",)


def propose(context: Context) -> Iterator[Fix]:
    site, arrays = context.finding.site, context.facts.get("arrays", ())
    if site is None or len(arrays) != 2:
        return
    counts = (context.finding.expected, context.finding.found)
    for key, array, wanted in zip(("first", "second"), arrays, reversed(counts)):
        which = context.facts.get(key)
        place = site.arguments.get(which[0]) if isinstance(which, tuple) and which[1] is None else None
        if place is None or not isinstance(array, Array) or array.rank != 2 or array.shape is None:
            continue
        if same(array.shape[1], wanted):
            edits = context.replace(place, f"{operand(place.text)}.T")
            title = f"Transpose {' '.join(place.text.split())} → {shape_text(array.shape[::-1])}"
            yield Fix(title, "transpose-samples", edits, likelihood=0.85)
