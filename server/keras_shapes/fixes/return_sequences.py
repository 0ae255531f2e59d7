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
    for layer in _before(context):
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


def _before(context: Context) -> list[Layer | Model]:
    """The layers that the wrong rank may come from, the nearest first."""
    layers, culprit = context.layers()[::-1], context.facts.get("layer")
    if context.diagnostic.code != "layer-rank":
        return layers
    if context.model is None:
        return context.behind(context.facts.get("input"))
    if isinstance(culprit, Layer):
        culprit = outermost(context, culprit)
    index = next((i for i, v in enumerate(layers) if isinstance(culprit, Layer) and v.ref == culprit.ref), None)
    return [] if index is None else layers[index + 1 :]


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
