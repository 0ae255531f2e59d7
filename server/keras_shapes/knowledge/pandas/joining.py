"""Functions of the module that make tables of tables: get_dummies, concat, merge."""

from __future__ import annotations

from typing import Any

from ...values.array import Array, Column
from ...values.dim import ANY, Dim, add, same
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run
from .frame import columns_of, frame, names_of, rows_of, table, unknown_rows, unknown_width


@function("pandas.get_dummies")
def get_dummies(
    data: Any, prefix: Any = None, prefix_sep: Any = "_", dummy_na: Any = False, columns: Any = None,
    sparse: Any = False, drop_first: Any = False, dtype: Any = None, *, run: Run,
) -> Any:  # fmt: skip
    """pandas/core/reshape/encoding.py: one column a value: as many as the cells hold, where they are known."""
    if not isinstance(data, Array) or data.shape is None:
        return frame(rows_of(data), unknown_width(run))
    known = columns_of(data)
    encoded = columns_of(data) if len(data.shape) == 2 else (Column(None, data.dtype, None, data.content),)
    width: Dim = unknown_width(run)
    if encoded is not None and isinstance(drop_first, bool) and dummy_na is False:
        wanted = None if columns is None else names_of(columns)
        if known is None or columns is None or wanted is not None:
            counts = [_dummies(c, known is None or _encoded(c, wanted), drop_first) for c in encoded]
            width = sum(c for c in counts if c is not None) if None not in counts else width
    return frame(data.shape[0], width)


def _encoded(column: Column, wanted: list[Any] | None) -> bool:
    """Whether a table's column becomes several: those that are named, or all that hold no numbers."""
    return column.dtype in ("object", "str", "category") if wanted is None else column.name in wanted


def _dummies(column: Column, encoded: bool, drop_first: bool) -> int | None:
    """How many columns one becomes; None where it is not known how many values it has, or of which type they are."""
    if not encoded:
        return 1 if column.dtype else None
    cells = column.content
    # Of a column that is read out of a file nothing tells how many values it has.
    if cells is None or any(isinstance(v, Unknown) for v in cells):
        return None
    return max(len({v for v in cells if v == v and v is not None}) - drop_first, 0)


@function("pandas.concat")
def concat(objs: Any, *_: Any, axis: Any = 0, ignore_index: Any = False, run: Run, **options: Any) -> Any:
    """pandas/core/reshape/concat.py: tables one below another, or side by side, aligned by their labels."""
    parts = [p for p in objs if isinstance(p, Array) and p.shape is not None] if isinstance(objs, (list, tuple)) else []
    if len(parts) < 2 or len(parts) != len(objs) or options:
        return Unknown("tables put together")
    if axis in (1, "columns"):
        return _side_by_side(parts)
    if axis not in (0, "index") or len({p.rank for p in parts}) != 1:
        return Unknown("tables put together")
    rows: Dim = 0
    for part in parts:
        rows = add(rows, rows_of(part))
    if parts[0].rank == 1:
        return Array((rows,), kind="pandas")
    known = [columns_of(p) for p in parts]
    first = known[0]
    if first is not None and all(k is not None and {c.name for c in k} == {c.name for c in first} for k in known):
        alike = all(k == first for k in known)
        return table(rows, first) if alike else frame(rows, len(first))
    return frame(rows, unknown_width(run))


def _side_by_side(parts: list[Array]) -> Any:
    width: Dim = 0
    for part in parts:
        width = add(width, part.shape[1] if part.shape is not None and len(part.shape) == 2 else 1)
    # Rows that are as many may still have other labels; then there are more.
    rows = parts[0].shape[0] if parts[0].shape is not None else ANY
    known = [columns_of(p) for p in parts]
    if all(same(rows_of(p), rows) for p in parts) and all(k is not None for k in known):
        return table(ANY, [c for k in known if k is not None for c in k])
    return frame(ANY, width)


@function("pandas.merge", "pandas.crosstab", "pandas.pivot_table", "pandas.cut", "pandas.qcut")
def unfollowed(*_: Any, run: Run, **__: Any) -> Any:
    return Unknown("a table that is not followed")


@function("pandas.to_datetime", "pandas.to_numeric")
def converted(arg: Any, *_: Any, **__: Any) -> Any:
    """The same rows, of another type."""
    return Array(arg.shape, kind="pandas") if isinstance(arg, Array) else Unknown("dates or numbers")


@function("pandas.unique", "pandas.factorize")
def values(*_: Any, **__: Any) -> Any:
    return Unknown("the values that occur")


__all__ = ["concat", "get_dummies", "unknown_rows"]
