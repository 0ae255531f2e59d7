"""One sequence in a list of its own, where many are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context
from .fix import Fix

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    place = context.finding.site.arguments.get("sequences") if context.finding.site is not None else None
    if context.facts.get("operation") == "pad_sequences" and place is not None:
        text = " ".join(place.text.split())
        yield Fix(f"Pad it as the only one: [{text}]", "list-sequences", context.replace(place, f"[{place.text}]"))
