"""Batches a data set, once; takes away what is given beside one."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context
from .data import operand
from .drop_layer import from_list
from .fix import Fix
from .syntax import node_at

CODES = ("dataset-structure", "input-rank", "missing-batch-axis")


def propose(context: Context) -> Iterator[Fix]:
    place, found, expected = context.argument, context.finding.found, context.finding.expected
    if place is None or (context.diagnostic.code != "dataset-structure" and not _one_apart(context)):
        return
    if context.facts.get("beside"):
        node = node_at(place)
        keyword = node.parent if node is not None and type(node.parent).__name__ == "Keyword" else node
        written = place if keyword is None else place.block.place(keyword)
        yield Fix(
            f"Without {place.text}: the data set holds it", "drop-argument", from_list(context, written), likelihood=0.8
        )
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


def _one_apart(context: Context) -> bool:
    """A data set of which it is not known how often it was batched, its elements an axis too few or too many."""
    found, expected = context.finding.found, context.finding.expected
    return context.facts.get("dataset") is not None and abs(len(found) - len(expected)) == 1
