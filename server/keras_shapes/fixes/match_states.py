"""As many units as the states that a recurrent layer begins with have, or as the weights that it is given."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.keras.models.calling import nodes
from ..values.layer import Layer
from .context import Context
from .fix import Fix
from .sizes import maker, resized

CODES = ("weights-shape",)


def propose(context: Context) -> Iterator[Fix]:
    layer, expected, found = context.facts.get("layer"), context.finding.expected, context.finding.found
    if not isinstance(layer, Layer) or layer.site.place is None or not isinstance(found, tuple) or not found:
        return
    size = found[-1]
    if isinstance(size, int):
        for edits, name in resized(context, layer, size):
            words = f" ({name} = {size})" if name else ""
            title = f"Give the {layer.short_name} {size} units, as its states have{words}"
            yield Fix(title, "match-states", edits, likelihood=0.75 - 0.2 * bool(name))
    wanted = expected[-1] if isinstance(expected, tuple) and expected else None
    if not isinstance(wanted, int):
        return
    for source in _makers(context, size):
        for edits, name in resized(context, source, wanted):
            words = f" ({name} = {wanted})" if name else ""
            title = f"Give the {source.short_name} before it {wanted} units{words}"
            yield Fix(title, "match-states", edits, likelihood=0.55)


def _makers(context: Context, size: object) -> list[Layer]:
    """The recurrent layers that give states of the size that does not fit."""
    model = context.model
    found = {}
    for tensor in nodes(model.outputs) if model is not None else ():
        layer = maker(context, tensor)
        if layer is not None and layer.arguments.get("units") == size:
            found[layer.ref] = layer
    return list(found.values())
