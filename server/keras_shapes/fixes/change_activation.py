"""The activation that is meant, or a loss that takes the outputs as they are."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.layer import Layer
from .change_loss import camel, loss_edits, loss_place
from .context import Context
from .fix import Fix
from .head import labels, loss_name, model_around
from .keep_size import with_argument

CODES = ("single-unit-softmax", "activation-loss")


def propose(context: Context) -> Iterator[Fix]:
    if context.diagnostic.code == "single-unit-softmax":
        yield from _sigmoid(context)
        return
    head = context.facts.get("head")
    if isinstance(head, Layer) and head.site.place is not None:
        yield from _activation(context, head)
    yield from _logits(context)


def _sigmoid(context: Context) -> Iterator[Fix]:
    """Yes or no: never where the labels are of more classes, nor beside a loss over classes."""
    place, model = context.argument, model_around(context)
    if place is None or "softmax" not in place.text:
        return
    edits = context.replace(place, place.text.replace("softmax", "sigmoid"))
    loss = loss_name(model) if model is not None else ""
    y = labels(context, model) if model is not None else None
    if y is not None and (_columns(y) > 1 or (y.interval is not None and y.interval.high > 1)):
        return
    if "categorical" in loss:
        more = loss_edits(context, model, loss, "binary_crossentropy")
        if more:
            yield Fix("Use sigmoid with binary_crossentropy", "change-activation", (*edits, *more), likelihood=0.9)
        return
    yield Fix("Use sigmoid", "change-activation", edits, likelihood=0.9)


def _columns(y: Array) -> int:
    last = y.shape[-1] if y.shape and len(y.shape) > 1 else 1
    return last if isinstance(last, int) else 1


def _activation(context: Context, head: Layer) -> Iterator[Fix]:
    wanted = str(context.finding.expected)
    edits = with_argument(context, head, "activation", f'"{wanted}"' if wanted != "linear" else "None")
    words = f'activation="{wanted}"' if wanted != "linear" else "no activation"
    yield Fix(f"{head.short_name}: {words}", "change-activation", edits, likelihood=0.7)


def _logits(context: Context) -> Iterator[Fix]:
    place = loss_place(context, context.model)
    if place is None:
        return
    text = place.text.strip()
    if context.facts.get("from_logits"):
        new = text.replace("from_logits=True", "from_logits=False")
        if new != text:
            yield Fix("from_logits=False", "change-from-logits", context.replace(place, new), likelihood=0.75)
    elif text[:1] in ("'", '"'):
        name, imports = context.imports.name_of(f"keras.losses.{camel(str(context.facts.get('loss')))}")
        edits = (*imports, *context.replace(place, f"{name}(from_logits=True)"))
        yield Fix(f"Give the loss from_logits=True: {name}", "change-from-logits", edits, likelihood=0.5)
    elif text.endswith("()"):
        edits = context.replace(place, f"{text[:-1]}from_logits=True)")
        yield Fix("from_logits=True", "change-from-logits", edits, likelihood=0.65)
