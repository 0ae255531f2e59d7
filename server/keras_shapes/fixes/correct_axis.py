"""The last axis where a function is told one that the array has not; labels that have none are classes already."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.dtype import is_integer
from .context import Context
from .fix import Fix
from .syntax import node_at

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    finding, site = context.finding, context.finding.site
    rank, axis = finding.expected, finding.found
    if context.facts.get("axis") is not True or site is None or not isinstance(rank, int) or rank < 1:
        return
    yield from _kept(context, rank)
    place = site.arguments.get("axis")
    if place is None or not isinstance(axis, int) or place.text.strip() != str(axis):
        return
    last = -rank if axis < 0 else rank - 1
    yield Fix(f"Use axis {last}", "change-axis", context.replace(place, str(last)), likelihood=0.6)


def _kept(context: Context, rank: int) -> Iterator[Fix]:
    """`np.argmax(y, axis=1)` of class numbers → `y`."""
    node = node_at(context.finding.place)
    if rank != 1 or type(node).__name__ != "Call" or not node.args or node.func.as_string().split(".")[-1] != "argmax":
        return
    values = [v for v in context.finding.values.values() if isinstance(v, Array)]
    if len(values) != 1 or not is_integer(values[0].dtype):
        return
    text = context.finding.place.block.place(node.args[0]).text
    title = f"Take {text} as it is: class numbers"
    yield Fix(title, "keep-labels", context.replace(context.finding.place, text), likelihood=0.7)
