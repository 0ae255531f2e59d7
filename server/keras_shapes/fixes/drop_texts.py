"""Leaves the columns of texts out of a table, which no layer takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from .context import Context
from .data import operand, rewritten
from .fix import Fix

CODES = ("input-dtype",)
_MOST = 4


def propose(context: Context) -> Iterator[Fix]:
    table = context.array
    names = _texts(table) if table is not None and table.kind == "pandas" else []
    if not names:
        return
    written = ", ".join(map(repr, names))

    def change(text: str, array: Array) -> str | None:
        return f"{operand(text)}.drop(columns=[{written}])" if _texts(array) == names else None

    title = f"Leave out the column{'s' * (len(names) > 1)} of texts: {', '.join(map(str, names))}"
    yield Fix(title, "drop-texts", rewritten(context, change), likelihood=0.6)


def _texts(table: Array) -> list[object]:
    """The names of the columns that hold texts, where there are few of them and others besides."""
    columns = table.columns or ()
    names = [column.name for column in columns if column.dtype in ("object", "str")]
    return names if len(names) <= _MOST and len(names) < len(columns) else []
