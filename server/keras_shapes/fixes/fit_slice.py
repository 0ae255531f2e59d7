"""Room in an array for as many rows as are put there: a slice's end, or its start, by the length of what comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..values.array import Array
from .context import Context
from .fix import Fix
from .syntax import node_at

CODES = ("array-shapes",)


def propose(context: Context) -> Iterator[Fix]:
    finding = context.finding
    target = node_at(finding.place)
    value = finding.values.get("right")
    if context.facts.get("operation") != "assignment" or not isinstance(value, Array) or not value.shape:
        return
    written = getattr(getattr(target, "parent", None), "value", None)
    rows = _rows(target)
    if rows is None or rows.step is not None or type(written).__name__ not in ("Name", "Attribute"):
        return
    block = finding.place.block
    count = f"len({block.place(written).text})"
    lower, upper = (block.place(b) if b is not None else None for b in (rows.lower, rows.upper))
    if upper is not None:
        end = f"{lower.text} + {count}" if lower is not None else count
        yield Fix(f"Room for all rows: up to {end}", "fit-slice", context.replace(upper, end), likelihood=0.7)
    if lower is not None and upper is not None:
        start = f"{upper.text} - {count}"
        yield Fix(f"Room for all rows: from {start}", "fit-slice", context.replace(lower, start), likelihood=0.65)


def _rows(target: Any) -> Any:
    """The slice along the first axis that an assignment goes to."""
    index = getattr(target, "slice", None)
    parts = getattr(index, "elts", None)
    first = parts[0] if parts else index
    return first if type(first).__name__ == "Slice" else None
