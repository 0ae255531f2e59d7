"""The activation that is meant, or a loss that takes the outputs as they are."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.layer import Layer
from .change_loss import camel, loss_place
from .context import Context
from .fix import Fix
from .keep_size import with_argument

CODES = ("single-unit-softmax", "activation-loss")


def propose(context: Context) -> Iterator[Fix]:
    if context.diagnostic.code == "single-unit-softmax":
        place = context.argument
        if place is not None and "softmax" in place.text:
            edits = context.replace(place, place.text.replace("softmax", "sigmoid"))
            yield Fix("Use sigmoid", "change-activation", edits, likelihood=0.9)
        return
    head = context.facts.get("head")
    if isinstance(head, Layer) and head.site.place is not None:
        yield from _activation(context, head)
    yield from _logits(context)


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
