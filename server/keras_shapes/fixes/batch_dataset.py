"""Batches a data set: once."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context
from .data import operand
from .fix import Fix

CODES = ("dataset-structure",)


def propose(context: Context) -> Iterator[Fix]:
    place, found, expected = context.argument, context.finding.found, context.finding.expected
    if place is None:
        return
    text = " ".join(place.text.split())
    if len(found) < len(expected):
        yield Fix(
            f"Batch it: {text}.batch(32)",
            "batch-dataset",
            context.replace(place, f"{operand(place.text)}.batch(32)"),
            likelihood=0.9,
        )
    else:
        yield Fix(
            f"Undo one batching: {text}.unbatch()",
            "batch-dataset",
            context.replace(place, f"{operand(place.text)}.unbatch()"),
            likelihood=0.6,
        )
