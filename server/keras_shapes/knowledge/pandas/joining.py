"""Functions of the module that make tables of tables: get_dummies, concat, merge."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim, add, same
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run
from .frame import columns_of, frame, rows_of, table, unknown_width


@function("pandas.get_dummies")
def get_dummies(
    data: Any, prefix: Any = None, prefix_sep: Any = "_", dummy_na: Any = False, columns: Any = None,
    sparse: Any = False, drop_first: Any = False, dtype: Any = None, *, run: Run,
) -> Any:  # fmt: skip
    """pandas/core/reshape/encoding.py: one column a value: as many as the cells hold, where they are known."""
    if not isinstance(data, Array) or data.shape is None:
        return frame(rows_of(data), unknown_width(run))
    width: Dim = unknown_width(run)
    if len(data.shape) == 1 and data.content is not None and not any(isinstance(v, Unknown) for v in data.content):
        values = len({v for v in data.content if v == v and v is not None})
        if isinstance(drop_first, bool) and dummy_na is False:
            width = max(values - drop_first, 0)
    # Of an integer column read out of a table nothing tells how many values it has.
    return frame(data.shape[0], width)


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
