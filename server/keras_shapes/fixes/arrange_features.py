"""Features in a row arranged as pictures or steps, for a layer that needs them so: by a Reshape before it."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator

from ..values.array import Array
from ..values.layer import Layer
from .change_declared_input import declaration
from .context import Context, shape_text
from .declare_rank import is_input
from .drop_layer import from_list, layer_before
from .fix import Edit, Fix
from .insert_layer import inserted_edits, outermost, style
from .sizes import last_size
from .syntax import node_at

CODES = ("layer-rank",)
_IMAGES = 4
_CHANNELS = (1, 3)


def propose(context: Context) -> Iterator[Fix]:
    layer, given = context.facts.get("layer"), context.facts.get("input")
    ranks = context.facts.get("ranks", (None, None))
    if not isinstance(layer, Layer) or layer.site.place is None or ranks[0] != ranks[1]:
        return
    if not isinstance(given, Array) or not given.shape or given.rank != 2 or not isinstance(given.shape[1], int):
        return
    factors = _factors(context, layer, ranks[0] - 1)
    if factors:
        yield from _inserted(context, layer, f"({', '.join(factors)})", 0.8)
        return
    for shape in _pictures(given.shape[1]) if ranks[0] == _IMAGES else ():
        yield from _inserted(context, layer, shape_text(shape), 0.62)
        text = declaration(context, context.declared, shape) if context.declared is not None else None
        if text is not None and is_input(context, given):
            title = f"Declare pictures: {shape_text((None, *shape))}"
            yield Fix(title, "change-declared-input", context.replace(context.declared, text), likelihood=0.5)


def _pictures(features: int) -> Iterator[tuple[int, int, int]]:
    """Squares of one channel or three that hold so many numbers."""
    for channels in _CHANNELS:
        side = math.isqrt(features // channels)
        if side > 1 and side * side * channels == features:
            yield side, side, channels


def _factors(context: Context, layer: Layer, axes: int) -> list[str]:
    """`7`, `7` and `128` of the Dense(7 * 7 * 128) before a layer: so many as there are axes."""
    source = layer_before(context, layer)
    name = last_size(source) if isinstance(source, Layer) else None
    place = source.site.arguments.get(name) if isinstance(source, Layer) and name else None
    text = place.text if place is not None else ""
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return []
    found = [ast.get_source_segment(text, part) or "" for part in _multiplied(tree)]
    return found if len(found) == axes and axes > 1 else []


def _multiplied(tree: ast.expr) -> list[ast.expr]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Mult):
        return [*_multiplied(tree.left), *_multiplied(tree.right)]
    return [tree]


def _inserted(context: Context, layer: Layer, target: str, likelihood: float) -> Iterator[Fix]:
    prefix, imports = style(context, layer, "Reshape")
    declared, taken = _declaration(context, layer)
    edits = inserted_edits(context, outermost(context, layer), f"{prefix}({target}{declared})")
    if edits:
        title = f"Insert Reshape({target}) before {layer.short_name}"
        yield Fix(title, "insert-reshape", (*imports, *edits, *taken), likelihood=likelihood)


def _declaration(context: Context, layer: Layer) -> tuple[str, tuple[Edit, ...]]:
    """The declaration of the input that the model's first layer holds, for the layer that comes before it now."""
    node = node_at(layer.site.place)
    for keyword in getattr(node, "keywords", ()) if layer.declared is not None else ():
        if keyword.arg in ("input_shape", "input_dim"):
            written = layer.site.place.block.place(keyword)
            return f", {written.text}", from_list(context, written)
    return "", ()
