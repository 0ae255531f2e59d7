"""Numbers read from text files: numpy/lib/_npyio_impl.py."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import symbol
from ...values.dtype import as_dtype
from ..files.csv import Format, Lines, read_lines
from ..registry import function
from ..run import Run


@function("numpy.loadtxt", "numpy.genfromtxt")
def loadtxt(
    fname: Any, dtype: Any = "float64", comments: Any = "#", delimiter: Any = None, *_: Any, run: Run,
    unpack: Any = False, ndmin: Any = 0, **options: Any,
) -> Any:  # fmt: skip
    """One row or one column alone gives one axis; of an unknown table, who reads it has two."""
    element = as_dtype(dtype)
    chosen = options.pop("usecols", None)
    if unpack is not False or options.pop("names", None) is not None or dtype is None:
        # Columns of their own kinds, apart or by name.
        return Array(None)
    told = _told(fname, comments, delimiter, ndmin, chosen, options, run)
    if told is not None:
        return Array(told, element)
    if isinstance(chosen, int):
        return Array(None)
    uid = run.new("size").uid
    width = len(chosen) if isinstance(chosen, (list, tuple)) else symbol("columns", (uid, "columns"))
    return Array((symbol("rows", (uid, "rows")), width), element)


_READ = frozenset("skiprows skip_header encoding filling_values missing_values autostrip converters".split())


def _told(
    fname: Any, comments: Any, delimiter: Any, ndmin: Any, chosen: Any, options: dict[str, Any], run: Run
) -> tuple[int, ...] | None:
    """The shape, where the whole file can be looked at and is as regular as numpy wants it."""
    skip = options.get("skiprows", options.get("skip_header", 0))
    plain = delimiter is None or (isinstance(delimiter, str) and len(delimiter) == 1 and not delimiter.isspace())
    if not plain and delimiter != "\t":
        return None
    if type(skip) is not int or skip < 0 or type(ndmin) is not int or not set(options) <= _READ:
        return None
    lines = run.of_file(fname, read_lines, Format(delimiter, encoding="latin-1", skip=skip))
    width = None if lines is None or not lines.whole else _width(lines, comments)
    if width is None or lines is None:
        return None
    if chosen is not None and not isinstance(chosen, int):
        if not isinstance(chosen, (list, tuple)) or not all(type(c) is int and -width <= c < width for c in chosen):
            return None
        width = len(chosen)
    elif chosen is not None:
        width = 1
    return _squeezed(len(lines.rows), width, ndmin)


def _width(lines: Lines, comments: Any) -> int | None:
    """How many cells each row has; None where they differ, or something in them is not simply a number."""
    widths = {len(row) for row in lines.rows}
    marks = comments if isinstance(comments, str) and comments else "#"
    if len(widths) != 1 or any(marks in cell or '"' in cell for row in lines.rows for cell in row):
        return None
    return widths.pop()


def _squeezed(rows: int, columns: int, ndmin: int) -> tuple[int, ...]:
    """Axes of size 1 are left out, down to `ndmin`."""
    shape = tuple(size for size in (rows, columns) if size != 1)
    if ndmin > len(shape):
        return (rows, columns) if ndmin == 2 else (max(rows, columns),)
    return shape
