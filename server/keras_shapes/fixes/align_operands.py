"""Labels and predictions of one shape in the program's own arithmetic: the axis of 1 taken away, or added."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from ..values.array import Array
from .context import Context, shape_text
from .data import operand
from .fix import Fix
from .join_arrays import parts_of
from .syntax import definition

CODES = ("silent-broadcast",)


def propose(context: Context) -> Iterator[Fix]:
    if context.model is not None:
        return
    parts = parts_of(context)
    higher = [(p, a) for p, a in parts if a.shape and a.shape[-1] == 1 and len(a.shape) > 1]
    if len(parts) != 2 or len(higher) != 1:
        return
    place, array = higher[0]
    labels = next(p for p, _ in parts if p != place)
    assert array.shape is not None
    shorter = f"{place.text} → {shape_text(array.shape[:-1])}"
    made = definition(context, place, 1)
    if made is not None:
        title = f"Take away its last axis where it is made: {shorter}"
        yield Fix(title, "squeeze-predictions", context.replace(made, _last_taken(made, array)), likelihood=0.8)
    title = f"Take away its last axis here: {shorter}"
    yield Fix(title, "squeeze-predictions", context.replace(place, _last_taken(place, array)), likelihood=0.7)
    written = f"{operand(labels.text)}[..., None]"
    title = f"Give {labels.text} a last axis of 1, as {place.text} has"
    yield Fix(title, "expand-labels", context.replace(labels, written), likelihood=0.65)


def _last_taken(place: Place, array: Array) -> str:
    return f"{operand(place.text)}[{', '.join([':'] * (len(array.shape or ()) - 1))}, 0]"
