"""Methods of a table that leave columns or rows out, add some, or change what is in them; `inplace=` and without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array, Column
from ...values.dim import ANY, Dim, add, subtract
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run
from .frame import (
    FRAME,
    columns_of,
    frame,
    names_of,
    rows_of,
    series,
    table,
    unknown_rows,
    unknown_width,
    with_columns,
    with_rows,
)
from .indexing import column_for, with_cells


def _given(self: Array, result: Array, inplace: Any, run: Run) -> Any:
    """The changed table, or nothing where the table itself is changed."""
    if inplace is False:
        return result
    if self.columns is not None and self.rank == 1:
        # `df["a"].fillna(0, inplace=True)`: by the version of pandas, the table's own column is changed, or is not.
        run.forget_column(self.columns[0])
    # Where it is not known which, the table itself may be either.
    run.change(self, result if inplace is True else Array(None, kind="pandas"))
    return None if inplace is True else Unknown("a table, or nothing")


def _is_frame(self: Array) -> bool:
    return self.shape is not None and len(self.shape) == 2


@function(FRAME + "drop")
def drop(
    self: Any, labels: Any = None, axis: Any = 0, index: Any = None, columns: Any = None, level: Any = None,
    inplace: Any = False, errors: Any = "raise", *, run: Run,
) -> Any:  # fmt: skip
    """pandas/core/generic.py: columns by their labels; of rows, how many are left is not known."""
    if not _is_frame(self):
        return _given(self, with_rows(self, ANY), inplace, run)
    by_column = columns is not None or axis in (1, "columns")
    wanted = columns if columns is not None else labels
    if not by_column:
        known = axis in (0, "index", "rows")
        return _given(self, with_rows(self, unknown_rows(run)) if known else frame(ANY, ANY), inplace, run)
    left = self if index is None else with_rows(self, unknown_rows(run))
    return _given(self, _without(left, names_of(wanted), errors == "raise", run), inplace, run)


def _without(self: Array, names: Sequence[Any] | None, all_there: bool, run: Run) -> Array:
    """Without these columns. A label that is not there raises where `all_there`."""
    known = columns_of(self)
    if names is None or self.shape is None:
        return frame(rows_of(self), unknown_width(run))
    if known is not None:
        return table(self.shape[0], [c for c in known if c.name not in names])
    width: Dim = subtract(self.shape[1], len(set(names))) if all_there else unknown_width(run)
    return frame(self.shape[0], width, self.dtype if self.dtype != "object" else "")


@function(FRAME + "pop")
def pop(self: Any, item: Any, *, run: Run) -> Any:
    """A column taken out of the table; of a series, an element by its label."""
    if self.shape is not None and len(self.shape) == 1:
        run.change(self, self.unranked())
        return Unknown("an element of a series")
    column = next((c for c in columns_of(self) or () if c.name == item), None)
    run.change(self, _without(self, names_of(item), True, run))
    return series(rows_of(self), column)


@function(FRAME + "__delitem__")
def delete(self: Any, key: Any, *, run: Run) -> None:
    """`del df["a"]`; of a series, an element by its label."""
    if self.shape is not None and len(self.shape) == 1:
        run.change(self, self.unranked())
        return
    run.change(self, _without(self, names_of(key), True, run))


@function(FRAME + "insert")
def insert(self: Any, loc: Any, column: Any, value: Any, allow_duplicates: Any = False, *, run: Run) -> None:
    known = columns_of(self)
    if known is None or not isinstance(loc, int) or not isinstance(column, str):
        width = self.shape[1] if _is_frame(self) else ANY
        run.change(self, frame(rows_of(self), add(width, 1)))
        return
    run.change(self, table(rows_of(self), [*known[:loc], column_for(column, value), *known[loc:]]))


@function(FRAME + "assign")
def assign(self: Any, *, run: Run, **columns: Any) -> Any:
    known = columns_of(self)
    if known is None:
        return frame(rows_of(self), unknown_width(run))
    return table(rows_of(self), with_cells(known, columns))


@function(FRAME + "rename")
def rename(
    self: Any, mapper: Any = None, *, index: Any = None, columns: Any = None, axis: Any = None, inplace: Any = False,
    run: Run, **_: Any,
) -> Any:  # fmt: skip
    known = columns_of(self)
    names = columns if columns is not None else mapper if axis in (1, "columns") else {}
    if known is None or not isinstance(names, dict):
        return _given(self, self.like(columns=None), inplace, run)
    renamed = [replace(c, name=names.get(c.name, c.name)) for c in known]
    return _given(self, table(rows_of(self), renamed), inplace, run)


@function(FRAME + "set_index")
def set_index(self: Any, keys: Any, *, drop: Any = True, inplace: Any = False, run: Run, **_: Any) -> Any:
    """pandas/core/frame.py: columns become the rows' labels."""
    left = _without(self, names_of(keys), True, run) if drop is True else with_columns(self, columns_of(self))
    return _given(self, left if isinstance(drop, bool) else frame(rows_of(self), ANY), inplace, run)


@function(FRAME + "reset_index")
def reset_index(self: Any, level: Any = None, *, drop: Any = False, inplace: Any = False, run: Run, **_: Any) -> Any:
    """pandas/core/frame.py: the rows' labels become a column, or are dropped."""
    if drop is True:
        return _given(self, self.like(origin=None), inplace, run)
    return _given(self, frame(rows_of(self), unknown_width(run)) if _is_frame(self) else frame(ANY, ANY), inplace, run)


@function(FRAME + "dropna")
def dropna(self: Any, *, axis: Any = 0, inplace: Any = False, run: Run, **_: Any) -> Any:
    if axis in (0, "index", "rows"):
        return _given(self, with_rows(self, unknown_rows(run)), inplace, run)
    return _given(self, frame(rows_of(self), unknown_width(run)), inplace, run)


@function(FRAME + "drop_duplicates", FRAME + "query", FRAME + "nlargest", FRAME + "nsmallest", FRAME + "filter")
def some_rows(self: Any, *_: Any, inplace: Any = False, run: Run, **options: Any) -> Any:
    """The same columns, fewer rows; `filter` may leave columns out too."""
    if "items" in options or "like" in options or "regex" in options:
        return frame(rows_of(self), unknown_width(run))
    return _given(self, with_rows(self, unknown_rows(run)), inplace, run)


@function(FRAME + "head", FRAME + "tail")
def head(self: Any, n: Any = 5, *, run: Run) -> Any:
    rows = rows_of(self)
    known = isinstance(n, int) and isinstance(rows, int) and n >= 0
    return with_rows(self, min(n, rows) if known else unknown_rows(run))


@function(FRAME + "sample")
def sample(self: Any, n: Any = None, frac: Any = None, replace: Any = False, *, run: Run, **_: Any) -> Any:
    """pandas/core/sample.py: so many rows, or such a share of them, rounded to the nearest, halves to even."""
    rows = rows_of(self)
    if frac == 1:
        return with_rows(self, rows)
    if isinstance(frac, (int, float)) and isinstance(rows, int):
        return with_rows(self, round(frac * rows))
    if n is None and frac is None:
        return with_rows(self, 1)
    return with_rows(self, n if isinstance(n, int) else unknown_rows(run))


@function(FRAME + "astype")
def astype(self: Any, dtype: Any, *_: Any, **__: Any) -> Any:
    """One type for all cells, or a dict of one for each column."""
    known = columns_of(self)
    if isinstance(dtype, dict):
        chosen = {name: dtypes.as_dtype(kind) for name, kind in dtype.items()}
        changed = [replace(c, dtype=chosen.get(c.name, c.dtype), content=None) for c in known or ()]
        return table(rows_of(self), changed) if known is not None else self.like(dtype="", content=None)
    kind = dtypes.as_dtype(dtype)
    kind = "object" if kind == "str" else kind
    bounds = self.interval if dtypes.is_integer(self.dtype) and dtypes.is_integer(kind) else None
    if known is not None:
        return table(rows_of(self), [Column(c.name, kind) for c in known])
    return Array(self.shape, kind, bounds, kind="pandas")


def _retyped(array: Array) -> Array:
    """The same columns with other cells, of types that nobody knows."""
    known = columns_of(array)
    if known is not None:
        return table(rows_of(array), [Column(c.name) for c in known])
    return Array(array.shape, kind="pandas")


def _same_shape(*names: str, keeps: Callable[[Array], Array]) -> None:
    @function(*(FRAME + name for name in names))
    def same_shape(self: Any, *_: Any, inplace: Any = False, run: Run, **__: Any) -> Any:
        return _given(self, keeps(self), inplace, run)


def _truths(array: Array) -> Array:
    known = columns_of(array)
    return table(rows_of(array), [Column(c.name, "bool") for c in known]) if known else array.like(
        dtype="bool", interval=None, content=None, columns=None, origin=None)  # fmt: skip


def _moved(array: Array) -> Array:
    """The same cells in another order."""
    known = columns_of(array)
    if known is not None:
        return table(rows_of(array), [replace(c, content=None) for c in known])
    return array.like(content=None)


_same_shape("copy", keeps=Array.like)
_same_shape("sort_values", "sort_index", keeps=_moved)
_same_shape(
    *"""fillna replace round shift interpolate ffill bfill diff map clip abs mask where infer_objects applymap cumsum
    rank pct_change add sub mul div divide subtract multiply pow cumprod convert_dtypes""".split(),
    keeps=_retyped,
)
_same_shape("isnull", "isna", "notnull", "notna", "isin", "between", "duplicated", keeps=_truths)


@function(
    *(
        FRAME + name
        for name in """mean std var median sum min max prod any all count nunique skew sem kurt idxmax idxmin mode
        quantile""".split()
    )
)
def reduced(self: Any, axis: Any = 0, *_: Any, **__: Any) -> Any:
    """pandas/core/frame.py: one value a column; how many columns count depends on what is in them."""
    if self.shape is None:
        return Array(None, kind="pandas")
    if len(self.shape) == 1:
        return Unknown("what all of a column gives")
    return series(ANY if axis in (0, "index", None) else self.shape[0])


@function(
    *(
        FRAME + name
        for name in """join merge pivot pivot_table melt groupby describe apply stack unstack resample rolling agg
        aggregate append explode corr value_counts unique info items iterrows to_dict plot hist transform pipe eval ewm
        expanding xs reindex cov itertuples boxplot to_list to_string equals memory_usage get cat str dt""".split()
    )
)
def unfollowed(self: Any, *_: Any, **__: Any) -> Any:
    return Unknown("a table that is not followed")


@function(*(FRAME + f"to_{kind}" for kind in "csv hdf parquet json excel pickle feather".split()))
def write(self: Any, path_or_buf: Any = None, *_: Any, run: Run, **__: Any) -> Any:
    """From here on the file is another than the one on the disk."""
    run.wrote(path_or_buf)
    return Unknown("what writing gives")


@function(FRAME + "select_dtypes")
def select_dtypes(self: Any, include: Any = None, exclude: Any = None, *, run: Run) -> Any:
    return frame(rows_of(self), unknown_width(run))
