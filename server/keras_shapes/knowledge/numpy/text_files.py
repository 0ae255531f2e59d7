"""Numbers read from text files: a table of unknown size."""

from __future__ import annotations

from typing import Any

from ...values.array import Array
from ...values.dim import symbol
from ...values.dtype import as_dtype
from ..registry import function
from ..run import Run


@function("numpy.loadtxt", "numpy.genfromtxt")
def loadtxt(
    fname: Any, dtype: Any = None, *_: Any, run: Run, unpack: Any = False, ndmin: Any = 0, **options: Any
) -> Any:
    """numpy/lib/_npyio_impl.py. One row or one column alone would give one axis; who reads a table has two."""
    uid = run.new("size").uid
    columns = options.get("usecols")
    if unpack is not False or isinstance(columns, int):
        return Array(None)
    width = len(columns) if isinstance(columns, (list, tuple)) else symbol("columns", (uid, "columns"))
    return Array((symbol("rows", (uid, "rows")), width), as_dtype(dtype) or "float64")
