"""The last layer's units as the labels need them, with the activation and loss that go with them."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.interval import Interval
from ..values.layer import Layer
from .change_loss import loss_place, renamed
from .context import Context
from .fix import Edit, Fix

CODES = ("target-shape", "loss-target", "label-range", "silent-broadcast")


def propose(context: Context) -> Iterator[Fix]:
    last = last_dense(context)
    output, found = context.facts.get("output"), context.finding.found
    if last is None or not isinstance(output, tuple) or not output:
        return
    place = last.site.arguments.get("units")
    if place is None:
        return
    for units, likelihood in _units(context, found, output):
        if units == output[-1]:
            continue
        edits = context.replace(place, str(units))
        yield Fix(f"Give the last layer {units} unit{'s' * (units != 1)}", "change-units", edits, likelihood=likelihood)
        with_loss = _with_loss(context, last, units)
        if with_loss:
            title = f"Give the last layer {units} unit{'s' * (units != 1)}, with the activation and loss for it"
            yield Fix(title, "change-units", (*edits, *with_loss), likelihood=likelihood - 0.05)


def last_dense(context: Context) -> Layer | None:
    """The layer whose units are the output's last size."""
    for layer in reversed(context.layers()):
        if not isinstance(layer, Layer):
            return None
        if layer.short_name == "Dense":
            return layer
        if layer.short_name not in ("Activation", "Softmax", "Dropout", "Reshape"):
            return None
    return None


def _units(context: Context, found: object, output: tuple[object, ...]) -> Iterator[tuple[int, float]]:
    """Numbers of units that may be meant, likeliest first."""
    loss = str(context.facts.get("loss", ""))
    y = context.array
    labels = y.interval if y is not None else None
    if isinstance(found, tuple) and len(found) == len(output) and isinstance(found[-1], int):
        yield found[-1], 0.7
    one_column = loss == "binary_crossentropy" or (isinstance(found, tuple) and len(found) == len(output) - 1)
    if one_column and not loss.startswith(("sparse", "categorical")):
        yield 1, 0.65
    if isinstance(labels, Interval) and labels.attained and labels.low >= 0 and labels.high >= 1:
        yield int(labels.high) + 1, 0.6


def _with_loss(context: Context, last: Layer, units: int) -> tuple[Edit, ...]:
    """The other edits that make `units` right: sigmoid ↔ softmax, binary ↔ sparse categorical."""
    loss = str(context.facts.get("loss", ""))
    place = loss_place(context, context.model)
    activation = last.site.arguments.get("activation")
    wanted = "binary_crossentropy" if units == 1 else "sparse_categorical_crossentropy"
    if place is None or wanted == loss:
        return ()
    text = renamed(place.text, loss, wanted)
    if text is None:
        return ()
    edits = context.replace(place, text)
    if activation is not None:
        function = "sigmoid" if units == 1 else "softmax"
        for old in ("softmax", "sigmoid"):
            if old in activation.text and old != function:
                edits = (*edits, *context.replace(activation, activation.text.replace(old, function)))
    return edits
