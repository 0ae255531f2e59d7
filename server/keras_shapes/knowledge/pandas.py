"""pandas: a DataFrame is an array of rank 2 and kind "pandas", a Series one of rank 1; columns by name are counted."""

from __future__ import annotations

from typing import Any

from ..values.array import Array
from ..values.dim import ANY, Dim, add, as_dim, subtract, symbol
from ..values.interval import Interval
from ..values.mismatch import Mismatch
from ..values.reference import Object
from ..values.unknown import Unknown
from .coercion import as_array
from .numpy.indexing import index
from .registry import attribute, function
from .run import Run

_FRAME = "pandas.DataFrame."


def frame(rows: Dim, columns: Dim, dtype: str = "") -> Array:
    return Array((rows, columns), dtype, kind="pandas")


def series(rows: Dim, dtype: str = "", interval: Interval | None = None) -> Array:
    return Array((rows,), dtype, interval, kind="pandas")


@function(
    "pandas.read_csv",
    "pandas.read_excel",
    "pandas.read_table",
    "pandas.read_parquet",
    "pandas.read_json",
    "pandas.read_pickle",
)
def read(*_: Any, run: Run, **options: Any) -> Any:
    """A table of unknown size; `usecols=`, `names=` and `nrows=` tell of it."""
    uid = run.new("size").uid
    columns: Dim = symbol("columns", (uid, "columns"))
    for name in ("usecols", "names"):
        if isinstance(options.get(name), (list, tuple)):
            columns = len(options[name])
            break
    if options.get("index_col") is not None and not isinstance(columns, int):
        columns = symbol("columns", (uid, "columns"))
    if options.get("squeeze") or options.get("chunksize") is not None:
        return Unknown("a table read in parts")
    return frame(symbol("rows", (uid, "rows")), columns)


@function("pandas.DataFrame")
def data_frame(data: Any = None, index: Any = None, columns: Any = None, dtype: Any = None, copy: Any = None) -> Any:
    if isinstance(data, dict):
        first = next((as_array(v) for v in data.values()), None)
        rows = first.shape[0] if isinstance(first, Array) and first.shape else ANY
        return frame(rows, len(columns) if isinstance(columns, (list, tuple)) else len(data))
    array = as_array(data)
    if isinstance(array, Array) and array.shape is not None and len(array.shape) in (1, 2):
        shape = array.shape if len(array.shape) == 2 else (array.shape[0], 1)
        return Array(shape, array.dtype, array.interval, kind="pandas")
    return frame(ANY, len(columns) if isinstance(columns, (list, tuple)) else ANY)


@function("pandas.Series")
def data_series(data: Any = None, *_: Any, **__: Any) -> Any:
    array = as_array(data)
    if isinstance(array, Array) and array.shape is not None and len(array.shape) == 1:
        return series(array.shape[0], array.dtype, array.interval)
    return series(ANY)


@function("pandas.DataFrame.__getitem__")
def get_item(self: Any, key: Any) -> Any:
    """`df["a"]`, `df[["a", "b"]]`, `df[mask]`, `df[:100]`."""
    rows, *columns = self.shape or (ANY, ANY)
    if self.shape is not None and len(self.shape) == 1:
        if isinstance(key, slice):
            return index(self, key)
        return (
            series(ANY, self.dtype, self.interval)
            if isinstance(key, (Array, list))
            else Unknown("an element of a series")
        )
    if isinstance(key, str):
        return series(rows)
    if isinstance(key, (list, tuple)) and all(isinstance(k, str) for k in key):
        return frame(rows, len(key))
    if isinstance(key, slice):
        return index(self, key)
    if isinstance(key, Array) and key.dtype == "bool":
        return frame(ANY, columns[0] if columns else ANY)
    return Array(None, kind="pandas")


@attribute(_FRAME + "values", "numpy.ndarray.values")
def values(self: Any) -> Any:
    return self.like(kind="numpy", origin=None)


@function(_FRAME + "to_numpy", _FRAME + "as_matrix")
def to_numpy(self: Any, *_: Any, **__: Any) -> Any:
    return self.like(kind="numpy", origin=None)


@attribute(_FRAME + "iloc", _FRAME + "loc")
def indexer(self: Any) -> Any:
    return Object("pandas.Indexer", {"frame": self})


@attribute(_FRAME + "iat", _FRAME + "at")
def cell(self: Any) -> Any:
    return Unknown("an element of a table")


@function("pandas.Indexer.__getitem__")
def located(self: Any, key: Any) -> Any:
    """`df.iloc[:, 1:5]`, `df.loc[:, "a"]`: by position as numpy does; by name, columns are counted."""
    array = self.arguments["frame"]
    if array.shape is None:
        return Array(None, kind="pandas")
    keys = key if isinstance(key, tuple) else (key,)
    named = [k for k in keys if isinstance(k, str) or (isinstance(k, list) and any(isinstance(e, str) for e in k))]
    if not named and not any(isinstance(k, slice) and any(isinstance(p, str) for p in (k.start, k.stop)) for k in keys):
        return _by_position(array, key)
    if len(keys) == 2 and len(array.shape) == 2:
        rows = array.shape[0] if keys[0] == slice(None) else ANY
        if isinstance(keys[1], str):
            return series(rows)
        return frame(rows, len(keys[1]) if isinstance(keys[1], list) else ANY)
    return Array(None, kind="pandas")


def _by_position(array: Array, key: Any) -> Any:
    try:
        result = index(array, key)
    except Mismatch:
        # By `loc` a number is a label: those of the rows need not be their positions.
        return Array(None, kind="pandas")
    return result.like(kind="pandas", origin=None) if isinstance(result, Array) else result


@function(_FRAME + "drop")
def drop(
    self: Any,
    labels: Any = None,
    *,
    axis: Any = 0,
    index: Any = None,
    columns: Any = None,
    inplace: Any = False,
    **_: Any,
) -> Any:
    """Columns dropped by name are counted; rows are not."""
    if self.shape is None or inplace is not False:
        return Array(None, kind="pandas")
    names = columns if columns is not None else labels
    by_column = columns is not None or axis in (1, "columns")
    count = 1 if isinstance(names, str) else len(names) if isinstance(names, (list, tuple)) else None
    if len(self.shape) == 2 and by_column and count is not None:
        return frame(self.shape[0], subtract(self.shape[1], count), self.dtype)
    return Array((ANY, *self.shape[1:]), self.dtype, self.interval, kind="pandas")


@function(
    _FRAME + "dropna", _FRAME + "drop_duplicates", _FRAME + "query", _FRAME + "sample", _FRAME + "head", _FRAME + "tail"
)
def other_rows(self: Any, *_: Any, **__: Any) -> Any:
    """The same columns, other rows."""
    return self if self.shape is None else self.like(shape=(ANY, *self.shape[1:]), content=None, origin=None)


@function(
    _FRAME + "reset_index",
    _FRAME + "set_index",
    _FRAME + "join",
    _FRAME + "merge",
    _FRAME + "pivot",
    _FRAME + "melt",
    _FRAME + "groupby",
    _FRAME + "describe",
    _FRAME + "apply",
    _FRAME + "stack",
    _FRAME + "resample",
    _FRAME + "rolling",
    _FRAME + "agg",
    _FRAME + "assign",
    _FRAME + "select_dtypes",
    _FRAME + "append",
    _FRAME + "insert",
)
def unfollowed(self: Any, *_: Any, **__: Any) -> Any:
    return Unknown("a table that is not followed")


@function(_FRAME + "pop")
def pop(self: Any, item: Any) -> Any:
    return series(self.shape[0] if self.shape else ANY)


@function(
    _FRAME + "fillna",
    _FRAME + "sort_values",
    _FRAME + "copy",
    _FRAME + "sort_index",
    _FRAME + "replace",
    _FRAME + "round",
    _FRAME + "shift",
    _FRAME + "interpolate",
    _FRAME + "rename",
    _FRAME + "ffill",
    _FRAME + "bfill",
    _FRAME + "diff",
    _FRAME + "map",
    _FRAME + "clip",
    _FRAME + "abs",
    _FRAME + "infer_objects",
)
def same_shape(self: Any, *_: Any, inplace: Any = False, **__: Any) -> Any:
    return self.like(interval=None, content=None, origin=None) if inplace is False else None


@function("pandas.get_dummies")
def get_dummies(data: Any, *_: Any, **__: Any) -> Any:
    """One column a value: how many there are is in the data."""
    rows = data.shape[0] if isinstance(data, Array) and data.shape else ANY
    return frame(rows, ANY)


@function("pandas.concat")
def concat(objs: Any, *_: Any, axis: Any = 0, **__: Any) -> Any:
    parts = [p for p in objs if isinstance(p, Array) and p.shape is not None] if isinstance(objs, (list, tuple)) else []
    if len(parts) < 2 or len(parts) != len(objs) or {p.rank for p in parts} != {2}:
        return Unknown("tables put together")
    shapes = [p.shape for p in parts if p.shape is not None]
    if axis in (1, "columns"):
        width: Dim = 0
        for s in shapes:
            width = add(width, as_dim(s[1]))
        return frame(shapes[0][0], width)
    return frame(ANY, shapes[0][1])


@attribute(_FRAME + "columns", _FRAME + "index")
def names(self: Any) -> Any:
    return Unknown("the names of a table")
