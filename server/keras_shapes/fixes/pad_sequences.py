"""Sequences of several lengths padded to one: only then they make an array."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..values.array import Array
from .context import Context
from .data import rewritten
from .fix import Fix

CODES = ("input-dtype",)


def propose(context: Context) -> Iterator[Fix]:
    place, value = context.argument, context.finding.values.get(context.facts.get("argument", ""))
    if place is None or not (_objects(value) or differ_in_length(value)):
        return
    function, imports = context.imports.name_of("keras.utils.pad_sequences")
    steps = _steps(context)
    more = f", maxlen={steps}" if steps else ""
    # What is not said to be otherwise becomes whole numbers.
    more += ', dtype="float32"' if _fractions(value) else ""

    def change(text: str, _: Array | None = None) -> str:
        return f"{function}({text}{more})"

    edits = rewritten(context, change) if _objects(value) else context.replace(place, change(place.text))
    length = f"{steps} steps" if steps else "one length"
    yield Fix(f"Pad the sequences to {length}", "pad-sequences", (*imports, *edits), likelihood=0.85)


def differ_in_length(value: Any) -> bool:
    """Whether it is a list of lists that make no array."""
    lists = isinstance(value, (list, tuple)) and bool(value) and all(isinstance(row, (list, tuple)) for row in value)
    return lists and len({len(row) for row in value}) > 1


def _objects(value: Any) -> bool:
    return isinstance(value, Array) and value.dtype == "object" and value.rank == 1


def _fractions(value: Any) -> bool:
    if isinstance(value, Array):
        return value.interval is not None and not float(value.interval.high).is_integer()
    return any(isinstance(element, float) for row in value for element in row)


def _steps(context: Context) -> int | None:
    """How many the model declares."""
    declared = context.model.inputs if context.model is not None else None
    last = declared.shape[-1] if isinstance(declared, Array) and declared.shape and declared.rank == 2 else None
    return last if isinstance(last, int) else None
