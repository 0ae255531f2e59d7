"""Another axis for the `expand_dims` that put the new one in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..values.array import Array
from .context import Context
from .fix import Fix

CODES = ("sample-count", "input-rank", "input-shape", "missing-batch-axis")
_AXIS = re.compile(r"expand_dims\((?P<data>[^()]*(?:\([^()]*\))?[^()]*),\s*(?:axis\s*=\s*)?(?P<axis>-?\d)\s*\)$")


def propose(context: Context) -> Iterator[Fix]:
    arrays = [context.array, *context.facts.get("arrays", ())]
    for array in arrays:
        if not isinstance(array, Array) or array.origin is None or array.rank is None:
            continue
        place = array.origin.place
        text = place.text
        found = _AXIS.search(text)
        if found is None:
            continue
        for axis in dict.fromkeys((-1, 0, 1)):
            if axis == int(found["axis"]):
                continue
            start, end = found.span("axis")
            edits = context.replace(place, f"{text[:start]}{axis}{text[end:]}")
            yield Fix(f"Put the new axis at {axis}", "change-axis", edits, likelihood=0.85 if axis == -1 else 0.7)
        return
