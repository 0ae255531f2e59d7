"""Parts of a table: `df["a"]`, `df[["a", "b"]]`, `df[mask]`, `df.iloc[:, :-1]`, `df.loc[:, "a":"c"]`; columns set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...values.array import Array, Column
from ...values.dim import ANY, Dim
from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..coercion import as_array
from ..numpy.indexing import index
from ..registry import attribute, function
from ..run import Run
from .frame import FRAME, columns_of, frame, names_of, rows_of, series, table, unknown_width, with_rows

_ALL = slice(None)


@function(FRAME + "__getitem__")
def get_item(self: Any, key: Any) -> Any:
    """pandas/core/frame.py, pandas/core/series.py"""
    if self.shape is None:
        return Array(None, kind="pandas")
    if len(self.shape) == 1:
        return _of_series(self, key)
    if isinstance(key, (str, int)):
        return _column(self, key)
    if isinstance(key, slice):
        return with_rows(self, _slice_rows(self, key))
    names = names_of(list(key)) if isinstance(key, (list, tuple)) else None
    if isinstance(key, list) and names and not all(isinstance(name, bool) for name in names):
        return _columns(self, names)
    # A tuple is one label, or several: with `df[df.columns[1:]]` they are several.
    if isinstance(key, tuple) and names and (known := columns_of(self)) and set(names) <= {c.name for c in known}:
        return _columns(self, names)
    if (isinstance(key, Array) and key.dtype == "bool") or isinstance(key, list):
        return with_rows(self, ANY)
    return Array(None, kind="pandas")


def _of_series(self: Array, key: Any) -> Any:
    if isinstance(key, slice):
        return with_rows(self, _slice_rows(self, key))
    if isinstance(key, (Array, list)):
        return with_rows(self, ANY)
    return Unknown("an element of a series")


def _slice_rows(self: Array, key: slice) -> Dim:
    """By position where its bounds are numbers; labels are not followed."""
    if any(isinstance(part, str) for part in (key.start, key.stop)):
        return ANY
    rows = index(Array((rows_of(self),)), key)
    return rows_of(rows)


def _column(self: Array, name: Any) -> Array:
    known = columns_of(self)
    found = [c for c in known or () if c.name == name]
    return table(rows_of(self), found) if len(found) > 1 else series(rows_of(self), found[0] if found else None)


def _columns(self: Array, names: Sequence[Any]) -> Array:
    """Columns by their labels, in the order asked for."""
    known = columns_of(self)
    if known is None:
        return table(rows_of(self), [Column(name) for name in names])
    return table(rows_of(self), [column for name in names for column in known if column.name == name])


@attribute(FRAME + "iloc")
def by_position(self: Any) -> Any:
    return Object("pandas.iloc", {"frame": self})


@attribute(FRAME + "loc")
def by_label(self: Any) -> Any:
    return Object("pandas.loc", {"frame": self})


@attribute(FRAME + "iat", FRAME + "at")
def cell(self: Any) -> Any:
    return Object("pandas.at", {"frame": self})


@function("pandas.at.__getitem__")
def cell_at(self: Any, key: Any) -> Any:
    return Unknown("an element of a table")


@function("pandas.at.__setitem__")
def set_cell(self: Any, key: Any, value: Any, *, run: Run) -> None:
    """A row, or a column, that is not there is added."""
    run.change(self.arguments["frame"], Array(None, kind="pandas"))


@function("pandas.iloc.__getitem__")
def positioned(self: Any, key: Any) -> Any:
    """As numpy does; columns keep what is known of them."""
    array = self.arguments["frame"]
    if array.shape is None:
        return Array(None, kind="pandas")
    try:
        result = index(array, key)
    except Mismatch:
        return Array(None, kind="pandas")
    known = columns_of(array)
    if known is None or not isinstance(result, Array) or result.shape is None:
        return result.like(kind="pandas", origin=None, columns=None) if isinstance(result, Array) else result
    rows, which = key if isinstance(key, tuple) and len(key) == 2 else (key, _ALL)
    chosen = _positions(which, len(known))
    if chosen is None or isinstance(rows, int):
        return Array(result.shape, array.dtype, kind="pandas")
    if isinstance(chosen, int):
        return _filled(result, series(rows_of(result), known[chosen]))
    whole = table(rows_of(array), [known[i] for i in chosen])
    return whole if rows == _ALL else with_rows(whole, rows_of(result))


def _filled(result: Array, column: Array) -> Array:
    content = column.content if column.content and result.shape == (len(column.content),) else None
    return column.like(shape=result.shape, content=content)


def _positions(which: Any, width: int) -> list[int] | int | None:
    """The columns meant by a number, a slice or a list of numbers."""
    if isinstance(which, bool):
        return None
    if isinstance(which, int):
        return which % width if -width <= which < width else None
    if isinstance(which, slice) and all(p is None or isinstance(p, int) for p in (which.start, which.stop, which.step)):
        return list(range(width))[which]
    if isinstance(which, (list, tuple, range)) and all(type(i) is int and -width <= i < width for i in which):
        return [i % width for i in which]
    return None


def _several(rows: Any) -> bool:
    """Whether rows are meant, rather than one by its label."""
    return isinstance(rows, (slice, list)) or (isinstance(rows, Array) and rows.shape != ())


@function("pandas.loc.__getitem__")
def located(self: Any, key: Any) -> Any:
    """Columns by label; of rows only that all are meant is known."""
    array = self.arguments["frame"]
    if array.shape is None:
        return Array(None, kind="pandas")
    rows, which = key if isinstance(key, tuple) and len(key) == 2 else (key, _ALL)
    if not _several(rows):
        return Array(None, kind="pandas")
    part = array if rows == _ALL else with_rows(array, ANY)
    if which == _ALL:
        return part.like(origin=None)
    if len(array.shape) != 2:
        return Array(None, kind="pandas")
    if isinstance(which, (str, int)):
        return _column(part, which)
    if isinstance(which, slice):
        return _from_to(part, which)
    names = names_of(which)
    return frame(rows_of(part), ANY) if names is None or isinstance(which, Array) else _columns(part, names)


def _from_to(array: Array, labels: slice) -> Array:
    """`df.loc[:, "a":"c"]`: both ends are meant."""
    known = columns_of(array)
    names = [column.name for column in known or ()]
    if (
        known is None
        or labels.step is not None
        or any(end is not None and names.count(end) != 1 for end in (labels.start, labels.stop))
    ):
        return frame(rows_of(array), ANY)
    first = 0 if labels.start is None else names.index(labels.start)
    return table(rows_of(array), known[first : None if labels.stop is None else names.index(labels.stop) + 1])


@function(FRAME + "__setitem__")
def set_item(self: Any, key: Any, value: Any, *, run: Run) -> None:
    """`df["a"] = …` in place: a column is changed, or added at the end."""
    run.change(self, _with_item(self, key, value, run))


@function("pandas.loc.__setitem__", "pandas.iloc.__setitem__")
def set_located(self: Any, key: Any, value: Any, *, run: Run) -> None:
    """`df.loc[rows, "a"] = …` in place: cells of a column that is there, or of a new one."""
    array = self.arguments["frame"]
    which = key[1] if isinstance(key, tuple) and len(key) == 2 else _ALL
    rows = key[0] if isinstance(key, tuple) and key else key
    if array.shape is None or len(array.shape) != 2 or (not _several(rows) and self.cls == "pandas.loc"):
        # The label of a row that is not there adds the row.
        run.change(array, Array(None, kind="pandas"))
        return
    known = columns_of(array)
    names = names_of(which) if self.cls == "pandas.loc" and not isinstance(which, Array) else None
    changed = _with_item(array, which, None, run) if names is not None else array
    if names is None:
        changed = table(rows_of(array), [Column(c.name) for c in known]) if known else array.like(dtype="")
    run.change(array, changed)


def _with_item(self: Array, key: Any, value: Any, run: Run) -> Array:
    if self.shape is None or len(self.shape) == 1:
        if self.columns is not None:
            run.forget_column(self.columns[0])
        return self.like(content=None, interval=None, dtype="")
    names = names_of(key)
    known = columns_of(self)
    if names is None or isinstance(key, Array):
        # Cells that a mask chooses, or columns that nobody knows.
        masked = isinstance(key, Array) and key.dtype == "bool"
        return frame(self.shape[0], self.shape[1] if masked else unknown_width(run))
    if known is None:
        return frame(self.shape[0], unknown_width(run))
    rows = rows_of(as_array(value)) if not known else self.shape[0]
    return table(rows, with_cells(known, {name: value if len(names) == 1 else None for name in names}))


def with_cells(columns: Sequence[Column], cells: dict[Any, Any]) -> list[Column]:
    """The columns of these names with other cells; those that are not there are added."""
    added = {name: column_for(name, value) for name, value in cells.items()}
    there = {column.name for column in columns}
    return [added.get(c.name, c) for c in columns] + [c for name, c in added.items() if name not in there]


def column_for(name: Any, value: Any) -> Column:
    """A column that is given these cells: an array, or one value for all rows."""
    array = as_array(value)
    if not isinstance(array, Array) or array.shape is None or len(array.shape) > 1:
        # A list of vectors: a vector in each cell.
        return Column(name, "object" if isinstance(value, (list, tuple)) else "")
    content = array.content if array.shape else None
    dtype = "object" if array.dtype == "str" else array.dtype
    return replace(Column(name), dtype=dtype, interval=array.interval, content=content)


@function(FRAME + "__setattr__")
def set_attribute(self: Any, name: Any, value: Any, *, run: Run) -> None:
    """`df.columns = […]` in place, or a column by its name."""
    if name in [column.name for column in columns_of(self) or ()]:
        run.change(self, _with_item(self, name, value, run))
    known, names = columns_of(self), names_of(value) if isinstance(value, (list, tuple)) else None
    if name != "columns" or self.shape is None or len(self.shape) != 2:
        return
    if known is None or names is None or len(names) != len(known):
        run.change(self, frame(self.shape[0], self.shape[1] if names is None else len(names)))
        return
    run.change(self, table(self.shape[0], [replace(c, name=n) for c, n in zip(known, names)]))
