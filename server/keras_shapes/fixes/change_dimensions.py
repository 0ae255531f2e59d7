"""The layer of the same kind for the rank that there is: `MaxPooling1D` → `MaxPooling2D`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge import registry
from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .fix import Fix
from .insert_layer import style

CODES = ("layer-rank",)


def propose(context: Context) -> Iterator[Fix]:
    layer, given = context.facts.get("layer"), context.facts.get("input")
    if not isinstance(layer, Layer) or not isinstance(given, Array) or given.rank not in (3, 4, 5):
        return
    found = re.fullmatch(r"(\w+?)([123])D(\w*)", layer.short_name)
    if found is None or layer.site.place is None:
        return
    name = f"{found[1]}{given.rank - 2}D{found[3]}"
    text = layer.site.place.text
    head, opening, rest = text.partition("(")
    if name == layer.short_name or registry.rule(f"keras.layers.{name}") is None or not opening:
        return
    prefix, imports = style(context, layer, name)
    edits = (*imports, *context.replace(layer.site.place, f"{prefix}({rest}"))
    if head.endswith(layer.short_name):
        yield Fix(f"Use {name} instead of {layer.short_name}", "change-dimensions", edits, likelihood=0.7)
