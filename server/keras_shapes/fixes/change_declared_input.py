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

CODES = ("input-rank", "input-shape", "batch-in-input-shape", "declared-input-ignored")


def propose(context: Context) -> Iterator[Fix]:
    array, place, model = context.array, context.declared, context.model
    if array is None or not array.shape or len(array.shape) < 2 or place is None or model is None:
        return
    if not _trained_on_this(context, model, array):
        return
    likelihood = {"input-shape": 0.7, "declared-input-ignored": 0.7, "batch-in-input-shape": 0.95}.get(
        context.diagnostic.code, 0.35
    )
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
    if old.isidentifier() or old.endswith("shape[1:]"):
        return wanted if all(isinstance(d, int) for d in features) else None
    return _in_call(old, wanted)


def _in_call(old: str, wanted: str) -> str | None:
    """`Input(shape=(28, 28))` with another tuple."""
    start = old.find("((") + 1 if "((" in old else old.find("shape=(") + 6 if "shape=(" in old else 0
    if start <= 0:
        return None
    depth = 0
    for i in range(start, len(old)):
        depth += (old[i] == "(") - (old[i] == ")")
        if depth == 0:
            return old[:start] + wanted + old[i + 1 :]
    return None


def _has_batch(context: Context, place: Place) -> bool:
    """Whether the declaration holds the batch axis itself."""
    model = context.model
    site = model.declared_at if model else None
    if site is None:
        return False
    return any(site.arguments.get(name) == place for name in ("batch_input_shape", "batch_shape"))
