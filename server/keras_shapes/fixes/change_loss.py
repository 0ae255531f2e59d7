"""The loss that reads the labels as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.block import Place
from ..values.layer import Model
from ..values.reference import Object
from .context import Context
from .fix import Edit, Fix

CODES = ("loss-target", "target-shape")


def propose(context: Context) -> Iterator[Fix]:
    model = context.model
    loss = str(context.facts.get("loss", ""))
    place = loss_place(context, model)
    if place is None or not loss:
        return
    for name, likelihood in _others(context, loss):
        text = renamed(place.text, loss, name)
        if text is None:
            continue
        edits = (*context.replace(place, text), *_metric_edits(context, model, loss, name))
        yield Fix(f"Use the loss that fits the labels: {name}", "change-loss", edits, likelihood=likelihood)


def loss_place(context: Context, model: Model | None) -> Place | None:
    """Where the loss is written: in `compile`, or where its object was made."""
    if model is None or model.compiled is None:
        return None
    value = model.compiled.arguments.get("loss")
    place = model.compiled.site.arguments.get("loss")
    if place is not None and place.text.isidentifier() and isinstance(value, Object) and value.site is not None:
        return value.site.place  # type: ignore[no-any-return]
    return place


def _others(context: Context, loss: str) -> Iterator[tuple[str, float]]:
    output = context.facts.get("output")
    width = output[-1] if isinstance(output, tuple) and output else None
    if loss == "categorical_crossentropy":
        yield "sparse_categorical_crossentropy", 0.8
        if width == 1:
            yield "binary_crossentropy", 0.85
    elif loss == "sparse_categorical_crossentropy":
        yield "categorical_crossentropy", 0.8
    elif loss == "binary_crossentropy" and isinstance(width, int) and width > 1:
        yield "sparse_categorical_crossentropy", 0.4


def renamed(text: str, old: str, new: str) -> str | None:
    """The same way of writing a loss (string, function or class) with another name; None for a short name."""
    camel_old, camel_new = (camel(n) for n in (old, new))
    for a, b in ((camel_old, camel_new), (old, new)):
        pattern = rf"(?<![A-Za-z_]){re.escape(a)}(?![A-Za-z_])"
        if re.search(pattern, text):
            return re.sub(pattern, b, text, count=1)
    return None


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _metric_edits(context: Context, model: Model | None, loss: str, new: str) -> tuple[Edit, ...]:
    """A metric that was named for the old loss is named for the new one."""
    place = model.compiled.site.arguments.get("metrics") if model and model.compiled else None
    if place is None:
        return ()
    pairs = {"categorical_accuracy": "sparse_categorical_accuracy"}
    if loss.startswith("sparse"):
        pairs = {v: k for k, v in pairs.items()}
    for old, other in pairs.items():
        text = renamed(place.text, old, other)
        if text is not None and not (old == "categorical_accuracy" and "sparse_categorical_accuracy" in place.text):
            return context.replace(place, text)
    return ()
