"""Makes an array of a Python list of numbers."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context
from .fix import Fix

CODES = ("input-dtype",)


def propose(context: Context) -> Iterator[Fix]:
    place = context.argument
    if place is None or context.finding.expected != "array":
        return
    function, imports = context.imports.name_of("numpy.array")
    text = " ".join(place.text.split())
    title = f"Make an array of {text}" if len(text) <= 30 else "Make an array of the list"
    yield Fix(title, "make-array", (*imports, *context.replace(place, f"{function}({place.text})")), likelihood=0.8)
