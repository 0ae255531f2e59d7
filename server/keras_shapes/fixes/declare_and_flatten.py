"""Declares the data's axes and flattens them: for models that begin with a layer for flat features."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.layer import Layer
from .change_declared_input import declaration
from .context import Context, shape_text
from .fix import Edit, Fix
from .insert_layer import inserted_edits, style

CODES = ("input-rank",)


def propose(context: Context) -> Iterator[Fix]:
    array, model, place = context.array, context.model, context.declared
    layers = context.layers()
    first = layers[0] if layers else None
    if array is None or not array.shape or model is None or model.kind != "Sequential" or place is None:
        return
    if len(context.finding.expected) != 2 or len(array.shape) <= 2 or not isinstance(first, Layer):
        return
    features = array.shape[1:]
    if not all(isinstance(d, int) for d in features) or first.site.place is None:
        return
    prefix, imports = style(context, first, "Flatten")
    own = first.declared is not None
    new = f"{prefix}(input_shape={shape_text(features)})" if own else f"{prefix}()"
    edits: tuple[Edit, ...] = inserted_edits(context, first, new)
    if not own:
        text = declaration(context, place, features)
        edits = (*edits, *context.replace(place, text)) if text is not None else ()
    if edits:
        title = f"Declare {shape_text((None, *features))} and flatten it first"
        yield Fix(title, "insert-flatten", (*imports, *edits), likelihood=0.5)
