"""`return_sequences` on the recurrent layer before: all steps, or only the last."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.layer import Layer, Model
from .context import Context
from .fix import Edit, Fix
from .insert_layer import outermost

CODES = ("layer-rank", "target-shape", "loss-target", "silent-broadcast")
_RECURRENT = ("LSTM", "GRU", "SimpleRNN", "ConvLSTM1D", "ConvLSTM2D")


def propose(context: Context) -> Iterator[Fix]:
    layers = context.layers()
    culprit = context.facts.get("layer")
    if context.diagnostic.code == "layer-rank":
        if isinstance(culprit, Layer):
            culprit = outermost(context, culprit)
        index = next((i for i, v in enumerate(layers) if isinstance(culprit, Layer) and v.ref == culprit.ref), None)
        before = layers[:index] if index is not None else []
    else:
        before = layers
    for layer in reversed(before):
        inner = _recurrent(context, layer)
        if inner is None:
            continue
        edits, value = toggled(context, inner)
        if edits:
            title = f"{inner.short_name}: return_sequences={value}"
            yield Fix(
                title, "return-sequences", edits, likelihood=0.9 if context.diagnostic.code == "layer-rank" else 0.85
            )
        return


def _recurrent(context: Context, layer: Layer | Model) -> Layer | None:
    """The layer if it is recurrent, or the one that Bidirectional wraps."""
    if not isinstance(layer, Layer):
        return None
    if layer.short_name in _RECURRENT:
        return layer
    if layer.short_name == "Bidirectional":
        inner = context.resolve(layer.arguments.get("layer"))
        return inner if isinstance(inner, Layer) else None
    return None


def toggled(context: Context, layer: Layer) -> tuple[tuple[Edit, ...], bool]:
    now = layer.arguments.get("return_sequences") is True
    written = layer.site.arguments.get("return_sequences")
    if written is not None:
        return context.replace(written, str(not now)), not now
    if now:
        return (), False
    return context.append_argument(layer.site.place, "return_sequences=True"), True
