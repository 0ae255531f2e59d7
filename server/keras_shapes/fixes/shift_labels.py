"""Class numbers that count from 1, or from anywhere else, made to count from 0."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.interval import Interval
from .context import Context
from .data import operand, rewritten, subject
from .fix import Fix

CODES = ("label-range",)


def propose(context: Context) -> Iterator[Fix]:
    interval, classes = context.facts.get("interval"), context.finding.expected
    if not isinstance(interval, Interval) or not isinstance(classes, int) or not float(interval.low).is_integer():
        return
    first = int(interval.low)
    if first == 0 or interval.high - first >= classes:
        return
    shift = f"- {first}" if first > 0 else f"+ {-first}"

    def change(text: str, _: Array | None = None) -> str:
        return f"{operand(text)} {shift}"

    site, given = context.finding.site, context.finding.values.get("x")
    if "output" in context.facts:
        edits, what = rewritten(context, change), subject(context)
    elif site is not None and isinstance(given, Array) and "x" in site.arguments:
        # Of `to_categorical` itself the numbers are the first argument; from a list nothing is taken away.
        what = site.arguments["x"].text
        edits = context.replace(site.arguments["x"], change(what))
    else:
        return
    if edits:
        title = f"Count the classes from 0: {operand(what)} {shift}"
        yield Fix(title, "shift-labels", edits, likelihood=0.6)
