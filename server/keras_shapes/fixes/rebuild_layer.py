"""A layer of its own for another width: a new one made where the shared one is called again."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.layer import Layer
from .context import Context
from .fix import Fix

CODES = ("layer-shape",)


def propose(context: Context) -> Iterator[Fix]:
    layer, place = context.facts.get("layer"), context.finding.place
    if not isinstance(layer, Layer) or not layer.built or layer.site.place is None:
        return
    text = place.text
    name, found, rest = text.partition("(")
    made = " ".join(layer.site.place.text.split())
    if found and name.isidentifier():
        edits = context.replace(place, f"{made}({rest}")
        yield Fix(f"Make a {layer.short_name} of its own here", "new-layer", edits, likelihood=0.6)
