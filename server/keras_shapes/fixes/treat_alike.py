"""Does to the test data what was done to the training data, which fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.block import Place
from .context import Context
from .data import element
from .fix import Fix
from .match_samples import relatives
from .syntax import every

CODES = ("input-rank", "input-shape", "layer-shape", "target-shape", "loss-target", "input-dtype", "unnormalized-input")
_FITTED = (("fit_transform(", "transform("), ("fit_resample(", "resample("))


def propose(context: Context) -> Iterator[Fix]:
    place = _named(context)
    if place is None:
        return
    name = place.text
    statements = [f"{name} = {new}" for new in _treatments(context, name)]
    if statements:
        edits = tuple(e for s in dict.fromkeys(statements) for e in context.line_before(place, s))
        yield Fix(f"Do to {name} what was done to the training data: {statements[-1]}", "treat-alike", edits,
                  likelihood=0.9, alike=True)  # fmt: skip
        return
    for new in _training_argument(context, name):
        edits = context.replace(place, new)
        yield Fix(f"Give {new}, as in training", "treat-alike", edits, likelihood=0.9, alike=True)


def _named(context: Context) -> Place | None:
    """The argument that does not fit, where it is a name."""
    place = context.argument
    if place is not None and context.facts.get("argument") == "validation_data":
        place = element(place, 1 if context.diagnostic.code in ("target-shape", "loss-target") else 0)
    return place if place is not None and place.text.isidentifier() else None


def _treatments(context: Context, name: str) -> Iterator[str]:
    """The values that the program gives to the other half, written for this one, where this one was not given them."""
    texts = [(b.place(n).text, b, n) for b, n in every(context, "Assign") if len(n.targets) == 1]
    others = set(relatives(name))
    done = {re.sub(r"\s+", "", text) for text, _, _ in texts}
    for _, block, node in texts:
        other = getattr(node.targets[0], "name", None)
        value = block.place(node.value).text
        if other not in others or not re.search(rf"\b{other}\b", value):
            continue
        new = _for(value, other, name)
        if re.sub(r"\s+", "", f"{name}={new}") not in done:
            yield new


def _for(value: str, other: str, name: str) -> str:
    """An expression over the training data, for other data: what was fitted is only applied."""
    new = re.sub(rf"\b{other}\b", name, value)
    for fitted, applied in _FITTED:
        new = new.replace(fitted, applied)
    return new


def _training_argument(context: Context, name: str) -> Iterator[str]:
    """What `fit` is given was made from the other half: the same made from this one."""
    values = {getattr(n.targets[0], "name", ""): b.place(n.value).text for b, n in every(context, "Assign")}
    for _, call in every(context, "Call"):
        if getattr(call.func, "attrname", "") != "fit":
            continue
        for argument in call.args[:2]:
            value = values.get(getattr(argument, "name", ""), "")
            for other in relatives(name):
                if re.search(rf"\b{other}\b", value) and "train_test_split" not in value:
                    yield _for(value, other, name)
