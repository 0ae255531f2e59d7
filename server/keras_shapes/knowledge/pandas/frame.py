"""Tables as values: made, asked for their columns, and with some rows or columns left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array, Column
from ...values.dim import ANY, Dim, symbol
from ...values.interval import Interval
from ...values.reference import Many
from ...values.unknown import Unknown
from ..coercion import as_array
from ..numpy.intervals import spread, within
from ..registry import attribute, function
from ..run import Run

FRAME = "pandas.DataFrame."


def frame(rows: Dim, columns: Dim, dtype: str = "") -> Array:
    """A table of which only the number of columns is known."""
    return Array((rows, columns), dtype, kind="pandas")


def series(rows: Dim, column: Column | None = None) -> Array:
    """One column by itself."""
    known = column or Column(None)
    taken = None if column is None else (column,)
    content = known.content if known.content is not None and len(known.content) == rows else None
    return Array((rows,), known.dtype, known.interval, content, kind="pandas", columns=taken)


def table(rows: Dim, columns: Sequence[Column]) -> Array:
    """A table of these columns. Cells that were known of another number of rows are so no more."""
    columns = [c if c.content is None or len(c.content) == rows else replace(c, content=None) for c in columns]
    return Array((rows, len(columns)), _common_type(columns), kind="pandas", columns=tuple(columns))


def _common_type(columns: Sequence[Column]) -> str:
    """The type of all cells taken together: texts, and numbers beside truth values, make objects."""
    types = {column.dtype for column in columns}
    if types & {"object", "str"}:
        return "object"
    if "" in types or not types:
        return ""
    if "bool" in types and len(types) > 1:
        return "object"
    common = types.pop()
    for other in types:
        common = dtypes.promote(common, other)
    return common


def columns_of(array: Array) -> tuple[Column, ...] | None:
    """The columns of a table where they are known."""
    columns = array.columns
    if columns is None or array.kind != "pandas" or array.shape is None or len(array.shape) != 2:
        return None
    return columns if array.shape[1] == len(columns) else None


def rows_of(array: Any) -> Dim:
    return array.shape[0] if isinstance(array, Array) and array.shape else ANY


def with_columns(array: Array, columns: Sequence[Column] | None, width: Dim = ANY) -> Array:
    """The same rows with other columns; with a number of them where they are not known."""
    rows = rows_of(array)
    return frame(rows, width) if columns is None else table(rows, columns)


def with_rows(array: Array, rows: Dim) -> Array:
    """Some rows of a table or a column."""
    if array.shape is None:
        return Array(None, kind="pandas")
    shape = (rows, *array.shape[1:])
    columns = columns_of(array)
    if columns is not None:
        return table(rows, [replace(c, interval=_left(c.interval, c.dtype, rows), content=None) for c in columns])
    return Array(shape, array.dtype, _left(array.interval, array.dtype, rows), kind="pandas")


def _left(interval: Interval | None, dtype: str, rows: Dim) -> Interval | None:
    """The bounds of the cells in these rows. Rows that nobody has counted were chosen by what is in them."""
    return spread(interval, dtype, (rows,)) if isinstance(rows, int) else within(interval)


def unknown_rows(run: Run | None) -> Dim:
    """A number of rows that nobody knows, the same wherever it comes again."""
    return ANY if run is None else symbol("rows", (run.new("size").uid, "rows"))


def unknown_width(run: Run | None) -> Dim:
    return ANY if run is None else symbol("columns", (run.new("size").uid, "columns"))


def names_of(value: Any) -> list[Any] | None:
    """The labels that an argument names: one, or a list of them; None where they are not known."""
    if isinstance(value, (list, tuple)):
        return list(value) if all(isinstance(v, (str, int)) for v in value) else None
    return [value] if isinstance(value, (str, int)) else None


@function("pandas.DataFrame")
def data_frame(data: Any = None, index: Any = None, columns: Any = None, dtype: Any = None, copy: Any = None) -> Any:
    """pandas/core/frame.py: of a dict each value is a column; of an array the columns are numbered, or named."""
    given = names_of(columns) if isinstance(columns, (list, tuple)) else None
    if isinstance(data, dict) and data:
        return _of_dict(data, given if columns is not None else list(data), index)
    array = as_array(data)
    if not isinstance(array, Array) or array.shape is None or len(array.shape) not in (1, 2):
        return frame(ANY, len(columns) if isinstance(columns, (list, tuple)) else ANY)
    if array.kind == "pandas" and columns_of(array) is not None:
        return array.like() if columns is None else frame(rows_of(array), len(given) if given is not None else ANY)
    shape = array.shape if len(array.shape) == 2 else (array.shape[0], 1)
    element = dtypes.as_dtype(dtype) if dtype is not None else array.dtype
    width = shape[1]
    labels: Iterable[Any] | None = given
    if columns is None and isinstance(width, int) and width <= MOST_COLUMNS:
        labels = range(width)
    if labels is None or (given is not None and len(given) != width):
        return Array((shape[0], len(given) if given is not None else width), element, array.interval, kind="pandas")
    return table(shape[0], [Column(name, element, array.interval) for name in labels])


MOST_COLUMNS = 20_000


def _of_dict(data: dict[Any, Any], names: list[Any] | None, index: Any) -> Array:
    if names is None:
        return frame(ANY, ANY)
    columns, rows = [], ANY if index is None else rows_of(as_array(index))
    for name in names:
        array = as_array(data.get(name))
        if isinstance(array, Array) and array.shape is not None and len(array.shape) == 1:
            rows = array.shape[0] if rows is ANY else rows
            column = Column(name, _cells(array.dtype), array.interval, array.content)
        else:
            column = Column(name)
        columns.append(column)
    return table(rows, columns)


def _cells(dtype: str) -> str:
    return "object" if dtype == "str" else dtype


@function("pandas.Series")
def data_series(data: Any = None, *_: Any, **__: Any) -> Any:
    array = as_array(data)
    if isinstance(array, Array) and array.shape is not None and len(array.shape) == 1:
        return Array(array.shape, _cells(array.dtype), array.interval, array.content, kind="pandas")
    return series(ANY)


@attribute(FRAME + "columns")
def columns(self: Any) -> Any:
    """The labels as a tuple; as many of them as there are columns in any case."""
    known = columns_of(self)
    if known is not None:
        return tuple(column.name for column in known)
    width = self.shape[1] if self.shape is not None and len(self.shape) == 2 else ANY
    return Many("the names of a table", element=Unknown("a name of a table"), length=width)


@attribute(FRAME + "index")
def index_of(self: Any) -> Any:
    return Many("the index of a table", element=Unknown("a label of a row"), length=rows_of(self))


@function("builtins.tuple.tolist", "builtins.tuple.to_list")
def as_list(self: Any) -> Any:
    """`df.columns.tolist()`."""
    return list(self)


@attribute("builtins.tuple.values")
def as_labels(self: Any) -> Any:
    return self


@function("builtins.tuple.drop", "builtins.tuple.difference")
def labels_left(self: Any, labels: Any, *_: Any, **__: Any) -> Any:
    """`df.columns.drop("y")`."""
    gone = names_of(labels)
    return Unknown("the names of a table") if gone is None else tuple(name for name in self if name not in gone)


@attribute(FRAME + "values")
def values(self: Any) -> Any:
    return as_numpy(self)


@function(FRAME + "to_numpy", FRAME + "as_matrix")
def to_numpy(self: Any, dtype: Any = None, *_: Any, **__: Any) -> Any:
    array = as_numpy(self)
    return array if dtype is None else Array(array.shape, dtypes.as_dtype(dtype))


def as_numpy(array: Array) -> Array:
    """The cells of a table as numpy's array of one type for all."""
    known = columns_of(array)
    interval = array.interval
    if known and all(column.interval is not None for column in known):
        low = min(c.interval.low for c in known if c.interval is not None)
        high = max(c.interval.high for c in known if c.interval is not None)
        interval = Interval(low, high, any(c.interval.attained for c in known if c.interval is not None))
    return array.like(kind="numpy", interval=interval, columns=None)
