"""The last layer's units as the labels need them, with the activation and the loss that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..values.array import Array
from ..values.dtype import is_float
from ..values.interval import Interval
from ..values.layer import Layer, Model
from .change_loss import loss_edits
from .context import Context
from .fix import Edit, Fix
from .head import head, labels, loss_name, model_around
from .keep_size import with_argument
from .sizes import resized

CODES = ("target-shape", "loss-target", "label-range", "silent-broadcast", "single-unit-softmax", "activation-loss")
_SPARSE, _CATEGORICAL, _BINARY = "sparse_categorical_crossentropy", "categorical_crossentropy", "binary_crossentropy"


@dataclass(frozen=True, slots=True)
class End:
    """How a model may end for labels: units, and where classes are meant, the activation and loss for them."""

    units: int
    activation: str = ""
    loss: str = ""


def propose(context: Context) -> Iterator[Fix]:
    model = context.model or model_around(context)
    if model is None:
        return
    last = head(context, model)
    y = context.array or labels(context, model)
    if last is None or y is None or not y.shape:
        return
    loss = str(context.facts.get("loss") or loss_name(model))
    for end, likelihood in ends(y, context.facts.get("output"), loss):
        yield from _ended(context, model, last, loss, end, likelihood)


def ends(y: Array, output: object, loss: str) -> Iterator[tuple[End, float]]:
    """Ways in which the model may end for these labels, likeliest first."""
    shape = y.shape or ()
    rank = len(output) if isinstance(output, tuple) else max(len(shape), 2)
    columns = shape[-1] if len(shape) == rank else None
    whole = not is_float(y.dtype) or (isinstance(y.interval, Interval) and y.interval.attained and not y.one_hot)
    if isinstance(columns, int) and columns > 1:
        yield End(columns), 0.7
        if loss.endswith("crossentropy"):
            yield End(columns, "softmax", _CATEGORICAL), 0.6 if y.one_hot else 0.45
        return
    known = y.interval if whole and y.interval is not None and y.interval.attained else None
    if known is not None and known.low >= 0 and known.high >= 1 and float(known.high).is_integer():
        classes = int(known.high) + 1
        if classes == 2 and "categorical" in loss:
            yield End(1, "sigmoid", _BINARY), 0.66
        if loss == _SPARSE or loss.startswith("categorical") or (loss == _BINARY and classes > 2):
            yield End(classes), 0.62
            yield End(classes, "softmax", _SPARSE), 0.6 if classes > 2 else 0.5
    if not loss.startswith(("sparse", "categorical")):
        yield End(1), 0.65


def _ended(context: Context, model: Model, last: Layer, loss: str, end: End, likelihood: float) -> Iterator[Fix]:
    """The head with these units, by the constant that holds their number or where it is written."""
    more = _activation(context, last, end.activation) if end.activation else ()
    if end.loss and end.loss != loss:
        changed = loss_edits(context, model, loss, end.loss)
        if not changed:
            return
        more = (*more, *changed)
    words = f" with {end.activation}" if end.activation and more else ""
    words += f" and {end.loss}" if words and end.loss and end.loss != loss else ""
    plural = "s" * (end.units != 1)
    now = _units(last)
    if now == end.units:
        if more:
            yield Fix(
                f"{last.short_name}: {end.activation}, with {end.loss}", "change-units", more, likelihood=likelihood
            )
        return
    for edits, name in resized(context, last, end.units):
        constant = f" ({name} = {end.units})" if name else ""
        title = f"Give the last layer {end.units} unit{plural}{words}{constant}"
        yield Fix(title, "change-units", (*edits, *more), likelihood=likelihood + 0.01 * bool(name))


def _units(last: Layer) -> object:
    return next((last.arguments[n] for n in ("units", "filters", "classes") if n in last.arguments), None)


def _activation(context: Context, last: Layer, wanted: str) -> tuple[Edit, ...]:
    """The head's activation, as an argument or as a layer of its own."""
    written = last.site.arguments.get("activation")
    if written is None:
        own = next((v for v in context.backwards(context.model) if isinstance(v, Layer)), None)
        if own is not None and own.short_name == "Activation":
            written = own.site.arguments.get("activation")
    if written is None:
        return with_argument(context, last, "activation", f'"{wanted}"') if "activation" in last.arguments else ()
    for old in ("softmax", "sigmoid"):
        if old in written.text:
            return context.replace(written, written.text.replace(old, wanted)) if old != wanted else ()
    quote = "'" if "'" in written.text else '"'
    return context.replace(written, f"{quote}{wanted}{quote}")
