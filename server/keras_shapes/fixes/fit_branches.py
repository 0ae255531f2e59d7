"""Makes what a merging layer brings together fit: padding, the last step only, or flattened."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.keras.models.calling import nodes
from ..source.block import Place
from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .data import element
from .fix import Edit, Fix
from .insert_layer import style
from .keep_size import with_argument
from .return_sequences import toggled

CODES = ("merge-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    parts = context.facts.get("input") or context.finding.values.get("inputs")
    if not isinstance(parts, (list, tuple)) or not all(isinstance(p, Array) and p.shape for p in parts):
        return
    ranks = [len(p.shape) for p in parts]
    if len(set(ranks)) > 1:
        yield from _same_rank(context, list(parts), ranks)
    else:
        yield from _same_size(context, list(parts))


def _same_rank(context: Context, parts: list[Array], ranks: list[int]) -> Iterator[Fix]:
    low = min(ranks)
    for index, part in enumerate(parts):
        if ranks[index] == low:
            continue
        layer = _maker(context, part)
        if layer is not None and layer.arguments.get("return_sequences") is True and low == 2:
            edits, value = toggled(context, layer)
            yield Fix(f"{layer.short_name}: return_sequences={value}", "return-sequences", edits, likelihood=0.8)
        place = _place(context, index)
        if place is not None and low == 2:
            yield from _lowered(context, place, part, ranks[index])


def _lowered(context: Context, place: Place, part: Array, rank: int) -> Iterator[Fix]:
    sibling = _maker(context, part)
    pooling = {3: "GlobalAveragePooling1D", 4: "GlobalAveragePooling2D"}.get(rank)
    for name, likelihood in (("Flatten", 0.6), (pooling, 0.5)):
        if name is None:
            continue
        prefix, imports = style(context, sibling, name) if sibling else context.imports.name_of(f"keras.layers.{name}")
        edits = (*imports, *context.replace(place, f"{prefix}()({place.text})"))
        yield Fix(f"Bring {place.text} to two axes: {name}()", "insert-flatten", edits, likelihood=likelihood)


def _same_size(context: Context, parts: list[Array]) -> Iterator[Fix]:
    """Convolutions without padding on the way to the smaller one are padded."""
    edits: dict[Edit, None] = {}
    for part in parts:
        for tensor in nodes(part):
            layer = _maker(context, tensor)
            if layer is not None and layer.arguments.get("padding") == "valid" and "Conv" in layer.short_name:
                edits |= dict.fromkeys(with_argument(context, layer, "padding", '"same"'))
    if edits:
        yield Fix('Keep the sizes: padding="same" in the convolutions', "padding-same", tuple(edits), likelihood=0.7)


def _maker(context: Context, tensor: Array) -> Layer | None:
    layer = context.resolve(tensor.node.target) if tensor.node is not None else None
    return layer if isinstance(layer, Layer) and layer.site.place is not None else None


def _place(context: Context, index: int) -> Place | None:
    site = context.finding.site
    place = site.arguments.get("inputs") if site else None
    return element(place, index) if place is not None else None
