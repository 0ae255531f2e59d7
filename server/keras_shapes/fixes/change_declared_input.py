"""Declares the input that the data has."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from ..values.array import Array
from ..values.dim import Dim
from ..values.layer import Model
from .context import Context, shape_text
from .fix import Fix
from .head import given
from .syntax import node_at

CODES = ("input-rank", "input-shape", "batch-in-input-shape", "declared-input-ignored",
         "missing-batch-axis")  # fmt: skip


def propose(context: Context) -> Iterator[Fix]:
    array, place, model = context.array, context.declared, context.model
    if array is None or not array.shape or len(array.shape) < 2 or place is None or model is None:
        return
    whole = place.text.rstrip(") ").endswith(".shape")
    if not _trained_on_this(context, model, array) or (context.diagnostic.code == "missing-batch-axis" and not whole):
        return
    likelihood = {
        "input-shape": 0.7,
        "declared-input-ignored": 0.7,
        "batch-in-input-shape": 0.95,
        "missing-batch-axis": 0.97,
    }.get(context.diagnostic.code, 0.35)
    for features in _candidates(array.shape[1:], len(context.finding.expected) - 1):
        text = declaration(context, place, features)
        if text is not None:
            title = f"Declare the input that the data has: {shape_text((None, *features))}"
            yield Fix(title, "change-declared-input", context.replace(place, text), likelihood=likelihood)


def _trained_on_this(context: Context, model: Model, array: Array) -> bool:
    """Whether all that the model is trained on has these sizes, as far as it is known: else not the model is wrong."""
    for method, value in given(context, model, "x"):
        if method == "fit" and value is not None and not (isinstance(value, Array) and value.shape):
            call = context.finding.place.text.partition("(")[0]
            return call.endswith("fit") and context.facts.get("argument") != "validation_data"
    return True


def _candidates(features: tuple[Dim, ...], rank: int) -> Iterator[tuple[Dim, ...]]:
    """The data's own sizes; with a last axis of 1, which Keras adds to data that lacks it."""
    yield features
    if len(features) == rank - 1:
        yield (*features, 1)


def declaration(context: Context, place: Place, features: tuple[Dim, ...]) -> str | None:
    """The new text of the declaration, written as the old one is."""
    old = place.text.strip()
    wanted = shape_text(features)
    if old.startswith(("(", "[")):
        batch = _has_batch(context, place)
        dims = shape_text((None, *features)) if batch else wanted
        return dims if old.startswith("(") else f"[{dims[1:-1].rstrip(',')}]"
    if old.isdigit():
        # `input_dim=10` can hold one size only.
        return str(features[0]) if len(features) == 1 and isinstance(features[0], int) else None
    if old.endswith(".shape"):
        return f"{old}[1:]"
    if old.isidentifier() or old.endswith("shape[1:]"):
        return wanted if all(isinstance(d, int) for d in features) else None
    return _in_call(context, place, wanted)


def _in_call(context: Context, place: Place, wanted: str) -> str | None:
    """`Input(shape=(28, 28))` with another shape."""
    node, block = node_at(place), place.block
    if type(node).__name__ != "Call":
        return None
    arguments = [k.value for k in node.keywords if k.arg == "shape"] or node.args[:1]
    if len(arguments) != 1:
        return None
    written = block.place(arguments[0])
    new = f"{written.text}[1:]" if written.text.endswith(".shape") else wanted
    old, text = place.text, written.text
    # What stands before the argument may hold the same text: from where it begins on.
    start = old.index(text, len(block.place(node.func).text))
    return old[:start] + new + old[start + len(text) :]


def _has_batch(context: Context, place: Place) -> bool:
    """Whether the declaration holds the batch axis itself."""
    model = context.model
    site = model.declared_at if model else None
    if site is None:
        return False
    return any(site.arguments.get(name) == place for name in ("batch_input_shape", "batch_shape"))
