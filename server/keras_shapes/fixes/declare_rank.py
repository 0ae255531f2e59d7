"""Declares an input of the rank that the first layer needs: a channel axis more, or the number of samples less."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.layer import Layer
from .change_declared_input import declaration
from .context import Context, shape_text
from .fix import Fix

CODES = ("layer-rank",)


def propose(context: Context) -> Iterator[Fix]:
    place, layer, given = context.declared, context.facts.get("layer"), context.facts.get("input")
    low, high = context.facts.get("ranks", (None, None))
    if place is None or not isinstance(layer, Layer) or not isinstance(given, Array) or not given.shape:
        return
    declared = given.shape[1:]
    if not is_input(context, given):
        return
    if isinstance(low, int) and len(declared) + 1 == low - 1:
        text = f"(*{place.text}, 1)" if place.text.isidentifier() else declaration(context, place, (*declared, 1))
        if text is not None:
            title = f"Declare a last axis of size 1: {shape_text((None, *declared, 1))}"
            yield Fix(title, "change-declared-input", context.replace(place, text), likelihood=0.75)
    if isinstance(high, int) and len(declared) + 1 == high + 1:
        text = f"{place.text}[1:]" if place.text.endswith(".shape") else declaration(context, place, declared[1:])
        if text is not None:
            title = f"Declare one sample, without the number of samples: {shape_text((None, *declared[1:]))}"
            yield Fix(title, "change-declared-input", context.replace(place, text), likelihood=0.85)


def is_input(context: Context, given: Array) -> bool:
    """Whether what the layer gets is the model's input, as it was declared."""
    model = context.model
    declared = model.input_array if model else None
    return declared is not None and declared.shape == given.shape
