"""The likeliest class of each sample, for a score that compares classes."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context
from .fix import Fix

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    place = context.argument
    if not context.facts.get("classes") or place is None:
        return
    function, imports = context.imports.name_of("numpy.argmax")
    text = " ".join(place.text.split())
    title = f"Take the likeliest class of {text}" if len(text) <= 30 else "Take the likeliest class"
    edits = context.replace(place, f"{function}({place.text}, axis=1)")
    yield Fix(title, "choose-class", (*imports, *edits), likelihood=0.8)
