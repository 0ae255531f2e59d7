"""Keeps a convolution or pooling from running out of pixels: padding, or a smaller window."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.layer import Layer
from .context import Context
from .fix import Edit, Fix

CODES = ("negative-size",)


def propose(context: Context) -> Iterator[Fix]:
    layer = context.facts.get("layer")
    if not isinstance(layer, Layer) or layer.site.place is None:
        return
    if "padding" in layer.arguments:
        edits = with_argument(context, layer, "padding", '"same"')
        yield Fix(f'{layer.short_name}: padding="same"', "padding-same", edits, likelihood=0.75)
        yield from _all_padded(context, layer)
    size = context.finding.found
    for name in ("kernel_size", "pool_size"):
        place = layer.site.arguments.get(name)
        if place is not None and isinstance(size, int) and size > 0:
            yield Fix(
                f"{layer.short_name}: a window of {size}",
                "smaller-window",
                context.replace(place, str(size)),
                likelihood=0.4,
            )


def _all_padded(context: Context, layer: Layer) -> Iterator[Fix]:
    """The layers before it padded too, so that sizes stay what they were."""
    edits: list[Edit] = []
    for other in context.layers():
        if (
            isinstance(other, Layer)
            and other.arguments.get("padding") == "valid"
            and other.short_name.startswith("Conv")
        ):
            edits += with_argument(context, other, "padding", '"same"')
        if other.ref == layer.ref:
            break
    if len(edits) > 1:
        yield Fix('All convolutions up to here: padding="same"', "padding-same", tuple(edits), likelihood=0.5)


def with_argument(context: Context, layer: Layer, name: str, value: str) -> tuple[Edit, ...]:
    """The layer's constructor with an argument set."""
    written = layer.site.arguments.get(name)
    if written is not None:
        return context.replace(written, value)
    return context.append_argument(layer.site.place, f"{name}={value}")
