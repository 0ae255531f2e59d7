"""Tables read from files: what a CSV says of itself where it can be looked at, and what the options tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ...values import dtype as dtypes
from ...values.array import Array, Column
from ...values.dim import Dim
from ...values.unknown import Unknown
from ..files.csv import Format, Lines, read_lines
from ..registry import function
from ..run import Run
from .frame import frame, table, unknown_rows, unknown_width

# Options that change neither which columns and rows there are nor what is in them.
_HARMLESS = frozenset(
    """engine low_memory memory_map float_precision cache_dates verbose storage_options mangle_dupe_cols
    infer_datetime_format dtype_backend date_format dayfirst keep_date_col""".split()
)
# Options that may change what is in the cells, and no more.
_CELLS = frozenset(
    """converters true_values false_values na_values keep_default_na na_filter parse_dates date_parser thousands
    decimal""".split()
)
_READ = frozenset(
    """sep delimiter header names index_col usecols dtype skipinitialspace skiprows nrows quotechar encoding
    delim_whitespace""".split()
)


@function("pandas.read_csv")
def read_csv(filepath_or_buffer: Any = None, sep: Any = ",", *, run: Run, **options: Any) -> Any:
    """pandas/io/parsers/readers.py"""
    return _read(filepath_or_buffer, {**options, "sep": sep}, run)


@function("pandas.read_table")
def read_table(filepath_or_buffer: Any = None, sep: Any = "\t", *, run: Run, **options: Any) -> Any:
    """pandas/io/parsers/readers.py"""
    return _read(filepath_or_buffer, {**options, "sep": sep}, run)


@function("pandas.read_excel", "pandas.read_parquet", "pandas.read_json", "pandas.read_pickle", "pandas.read_feather")
def read_other(*_: Any, run: Run, **options: Any) -> Any:
    """A table of unknown size; `usecols=`, `names=` tell of it."""
    return _untold(options, run)


def _read(path: Any, options: dict[str, Any], run: Run) -> Any:
    if options.get("squeeze") or options.get("chunksize") is not None or options.get("iterator"):
        return Unknown("a table read in parts")
    options = {k: v for k, v in options.items() if k not in ("squeeze", "chunksize", "iterator")}
    layout = layout_of(options)
    lines = None if layout is None else run.of_file(path, read_lines, layout)
    told = None if lines is None else told_by(lines, options, run)
    return _untold(options, run) if told is None else told


def _untold(options: dict[str, Any], run: Run) -> Array:
    names = next((options[n] for n in ("usecols", "names") if isinstance(options.get(n), (list, tuple))), None)
    width: Dim = unknown_width(run)
    if names is not None and options.get("index_col") is None:
        width = len(names)
    return frame(unknown_rows(run), width)


def layout_of(options: dict[str, Any]) -> Format | None:
    """How the text is written; None where an option is given that is not followed."""
    if not set(options) <= _READ | _CELLS | _HARMLESS:
        return None
    separator = options.get("sep") if options.get("delimiter") is None else options["delimiter"]
    if options.get("delim_whitespace") is True or separator in (r"\s+", r"\s*"):
        separator = None
    elif not isinstance(separator, str) or len(separator) != 1:
        return None
    quote, initial = options.get("quotechar", '"'), options.get("skipinitialspace", False)
    encoding, skip = options.get("encoding") or "utf-8", options.get("skiprows") or 0
    if not (isinstance(quote, str) and len(quote) == 1 and isinstance(encoding, str) and isinstance(initial, bool)):
        return None
    return Format(separator, quote, encoding, skip, initial) if type(skip) is int and skip >= 0 else None


def told_by(lines: Lines, options: dict[str, Any], run: Run | None = None) -> Array | None:
    """The table that pandas makes of these lines; None where that is not certain."""
    split = _header(lines, options)
    if split is None:
        return None
    names, first = split
    rows, width = lines.rows[first:], len(names)
    # One cell more in every row: the first of them is the row's label.
    label = max(map(len, rows), default=width) > width
    if label and ({*map(len, rows)} != {width + 1} or options.get("index_col") is not None or not lines.whole):
        return None
    count = _count(rows, lines.whole, options, run)
    if count is None:
        return None
    uncertain = options.get("nrows") is not None or _CELLS & options.keys() - {"na_values"}
    missing = None if uncertain else _missing(options.get("na_values"))
    types = ("",) * width if missing is None else lines.types(first, width, label, missing)
    kept = _chosen(_columns(names, types, options), options)
    return None if kept is None else table(count, kept)


def _header(lines: Lines, options: dict[str, Any]) -> tuple[list[Any], int] | None:
    """The columns' names, and the number of the first row below."""
    rows = lines.rows
    names, header = options.get("names"), options.get("header", "infer")
    if names is not None and not (isinstance(names, (list, tuple)) and all(isinstance(n, (str, int)) for n in names)):
        return None
    if header == "infer":
        header = 0 if names is None else None
    if header is None:
        if not rows:
            return None
        return (list(names) if names is not None else list(range(len(rows[0])))), 0
    if isinstance(header, bool) or not isinstance(header, int) or not 0 <= header < len(rows):
        return None
    found = [name or f"Unnamed: {i}" for i, name in enumerate(rows[header])]
    labels = list(names) if names is not None else _distinct(found)
    return None if labels is None else (labels, header + 1)


def _distinct(names: list[str]) -> list[str] | None:
    """Names that come twice get a number: `x`, `x.1`."""
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        result.append(f"{name}.{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return result if len(set(result)) == len(result) else None


def _count(rows: Sequence[Any], whole: bool, options: dict[str, Any], run: Run | None) -> Dim | None:
    limit = options.get("nrows")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 0):
        return None
    if limit is not None and (whole or limit <= len(rows)):
        return min(limit, len(rows))
    return len(rows) if whole else unknown_rows(run)


def _columns(names: Sequence[Any], types: tuple[str, ...], options: dict[str, Any]) -> list[Column]:
    given = options.get("dtype")
    if isinstance(given, dict):
        chosen = {name: dtypes.as_dtype(kind) for name, kind in given.items()}
        # A second column of a name gets the name's type under its own: `x.1`.
        types = tuple(chosen.get(str(n).partition(".")[0], chosen.get(n, kind)) for n, kind in zip(names, types))
    elif given is not None:
        types = (dtypes.as_dtype(given),) * len(names)
    return [Column(name, kind) for name, kind in zip(names, types)]


def _missing(given: Any) -> frozenset[str] | None:
    """The texts that `na_values` adds to those that stand for missing values; None where they are not known."""
    texts = [given] if isinstance(given, str) else given if isinstance(given, (list, tuple)) else None
    if given is None or (texts is not None and all(isinstance(text, str) for text in texts)):
        return frozenset(texts or ())
    return None


def _chosen(columns: list[Column], options: dict[str, Any]) -> list[Column] | None:
    """Without the columns that `usecols` leaves out or `index_col` makes the rows' labels."""
    wanted, index = options.get("usecols"), options.get("index_col")
    if wanted is not None:
        places = _places(columns, wanted) if isinstance(wanted, (list, tuple)) else None
        if places is None:
            return None
        columns = [columns[i] for i in sorted(set(places))]
    if index is None or index is False:
        return columns
    gone = _places(columns, index if isinstance(index, (list, tuple)) else [index])
    return None if gone is None else [c for i, c in enumerate(columns) if i not in gone]


def _places(columns: Sequence[Column], labels: Sequence[Any]) -> list[int] | None:
    """Where columns stand that are named, or numbered; None where one is not there, which pandas refuses."""
    names = [column.name for column in columns]
    found = []
    for label in labels:
        if isinstance(label, str) and label in names:
            found.append(names.index(label))
        elif isinstance(label, int) and not isinstance(label, bool) and -len(names) <= label < len(names):
            found.append(label % len(names))
        else:
            return None
    return found
