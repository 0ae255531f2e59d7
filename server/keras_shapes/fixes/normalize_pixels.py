"""Scales pixels of 0–255 to 0–1: in the data, or by a layer of the model."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .data import data, operand, rewritten, subject
from .fix import Edit, Fix
from .insert_layer import inserted_edits, outermost, style

CODES = ("unnormalized-input",)


def propose(context: Context) -> Iterator[Fix]:
    application = context.facts.get("application")
    if isinstance(application, str):
        yield from _preprocessed(context, application)
        return
    edits = rewritten(context, _scaled)
    if edits:
        names = subject(context)
        yield Fix(
            f"Scale the pixels: {names} → float32 in 0..1", "normalize", (*edits, *_others(context)), likelihood=0.8
        )
    yield from _rescaling_layer(context)


def _preprocessed(context: Context, application: str) -> Iterator[Fix]:
    """The pixels as the model's own `preprocess_input` makes them."""
    function, imports = context.imports.name_of(f"keras.applications.{application}.preprocess_input")

    def change(text: str, array: Array) -> str:
        floats = text if array.dtype.startswith("float") else f'{operand(text)}.astype("float32")'
        return f"{function}({floats})"

    edits = rewritten(context, change)
    if edits:
        title = f"Prepare the pixels as {application} wants them: preprocess_input"
        yield Fix(title, "preprocess-input", (*imports, *edits), likelihood=0.85)


def _scaled(text: str, array: Array) -> str:
    cast = operand(text) if array.dtype == "float32" else f'{operand(text)}.astype("float32")'
    return f"{cast} / 255"


def _others(context: Context) -> tuple[Edit, ...]:
    """Test data of the same kind, which this model is given later, is scaled with it."""
    first = data(context)
    if not first:
        return ()
    own = first[0]
    seen = {own.text}
    edits: list[Edit] = []
    for use in context.analysis.evaluation.uses:
        value = use.value
        if (
            use.name in seen
            or not isinstance(value, Array)
            or not use.name.isidentifier()
            or context.compound(use.place)
        ):
            continue
        alike = value.dtype == own.array.dtype and value.interval == own.array.interval and value.rank == own.array.rank
        if alike and _given_to_model(context, use.name):
            seen.add(use.name)
            edits += context.line_before(use.place, f"{use.name} = {_scaled(use.name, value)}")
    return tuple(edits)


def _given_to_model(context: Context, name: str) -> bool:
    """Whether the name stands in a call of one of the model's methods."""
    methods = (".fit(", ".evaluate(", ".predict(")
    text = "\n".join(line for source in context.document.sources for line in source.lines)
    return any(f"{m}{name}" in text or f"({name}," in text for m in methods)


def _rescaling_layer(context: Context) -> Iterator[Fix]:
    """A `Rescaling` layer before the first one with weights; it declares the input where that one did."""
    first = context.facts.get("first")
    if not isinstance(first, Layer) or first.site.place is None:
        return
    prefix, imports = style(context, first, "Rescaling")
    declared = next((n for n in ("input_shape", "batch_input_shape") if n in first.site.arguments), None)
    shape = f", {declared}={first.site.arguments[declared].text}" if declared else ""
    edits = inserted_edits(context, outermost(context, first), f"{prefix}(1.0 / 255{shape})")
    if edits:
        title = "Scale the pixels in the model: a Rescaling(1/255) layer first"
        yield Fix(title, "insert-rescaling", (*imports, *edits), likelihood=0.5)
