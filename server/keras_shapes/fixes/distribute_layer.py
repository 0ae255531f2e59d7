"""A layer applied to each step by itself, where what it gets has the axis of steps besides."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .fix import Fix
from .insert_layer import outermost, style

CODES = ("layer-rank",)
_WRAPPER = "TimeDistributed"
# With an axis more these are as a rule meant to see all of it.
_OF_SEQUENCES = ("LSTM", "GRU", "SimpleRNN", "Bidirectional", "RepeatVector")


def propose(context: Context) -> Iterator[Fix]:
    layer, source = context.facts.get("layer"), context.facts.get("input")
    high = context.facts.get("ranks", (None, None))[1]
    if not isinstance(layer, Layer) or not isinstance(source, Array) or layer.site.place is None:
        return
    if high is None or source.rank is None or source.rank != high + 1 or layer.declared is not None:
        return
    if outermost(context, layer).ref != layer.ref:
        return
    name, imports = style(context, layer, _WRAPPER)
    edits = (*imports, *context.replace(layer.site.place, f"{name}({layer.site.place.text})"))
    title = f"Each step by itself: {_WRAPPER}({layer.short_name})"
    yield Fix(title, "time-distributed", edits, likelihood=_likelihood(context, layer))


def _likelihood(context: Context, layer: Layer) -> float:
    if layer.short_name in _OF_SEQUENCES:
        return 0.2
    text = "\n".join(line for source in context.document.sources for line in source.lines)
    return 0.8 if f"{_WRAPPER}(" in text else 0.4
