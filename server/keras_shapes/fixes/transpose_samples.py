"""Turns an array whose samples stand in its columns, or on its last axis."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
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
        if place is None or not isinstance(array, Array) or array.shape is None or len(array.shape) < 2:
            continue
        if same(array.shape[-1], wanted):
            yield _turned(context, place, array)


def _turned(context: Context, place: Place, array: Array) -> Fix:
    assert array.shape is not None
    text = " ".join(place.text.split())
    if len(array.shape) == 2:
        edits = context.replace(place, f"{operand(place.text)}.T")
        return Fix(f"Transpose {text} → {shape_text(array.shape[::-1])}", "transpose-samples", edits, likelihood=0.85)
    function, imports = context.imports.name_of("numpy.moveaxis")
    edits = (*imports, *context.replace(place, f"{function}({place.text}, -1, 0)"))
    shape = shape_text((array.shape[-1], *array.shape[:-1]))
    return Fix(f"Samples first: {text} → {shape}", "transpose-samples", edits, likelihood=0.85)
