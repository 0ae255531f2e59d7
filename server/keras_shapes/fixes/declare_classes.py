"""As many one-hot columns as the model has classes, or as the labels have."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from ..values.array import Array
from ..values.interval import Interval
from .context import Context
from .fix import Fix
from .sizes import other_numbers
from .syntax import every

CODES = ("target-shape", "label-range")


def propose(context: Context) -> Iterator[Fix]:
    if context.diagnostic.code == "label-range":
        place, interval = (
            context.finding.site and context.finding.site.arguments.get("num_classes"),
            context.facts.get("interval"),
        )
        if isinstance(place, Place) and isinstance(interval, Interval) and "output" not in context.facts:
            count = int(interval.high) + 1
            for edits, name in other_numbers(context, place, count):
                words = f"{name} = {count}" if name else f"num_classes={count}"
                yield Fix(f"Ask for {count} classes: {words}", "num-classes", edits, likelihood=0.85)
        return
    output, y = context.facts.get("output"), context.array
    if not isinstance(output, tuple) or not isinstance(output[-1], int) or not isinstance(y, Array):
        return
    # Fewer columns than there are would leave classes without one.
    if not y.shape or not isinstance(y.shape[-1], int) or y.shape[-1] >= output[-1]:
        return
    call = _encoding(context, y)
    if call is not None:
        written, place = call
        edits = (
            context.append_argument(place, f"num_classes={output[-1]}")
            if written is None
            else context.replace(written, str(output[-1]))
        )
        yield Fix(f"Ask for {output[-1]} one-hot columns, as the model gives", "num-classes", edits, likelihood=0.72)


def _encoding(context: Context, y: Array) -> tuple[Place | None, Place] | None:
    """The `to_categorical` that made the labels: its number of classes, and the whole call."""
    places = [step.place for step in y.origin.steps()] if y.origin is not None else []
    for block, call in every(context, "Call"):
        place = block.place(call)
        name = getattr(call.func, "attrname", "") or getattr(call.func, "name", "")
        if name == "to_categorical" and place in places and call.args:
            given = call.args[1] if len(call.args) > 1 else None
            given = next((k.value for k in call.keywords if k.arg == "num_classes"), given)
            return (None if given is None else block.place(given)), place
    return None
