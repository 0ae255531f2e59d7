"""Values as JSON: for `data` of diagnostics and for the shapes that the command line prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..source.block import Place
from ..values.array import Array
from ..values.dim import ANY, Dim, Linear
from ..values.show import show_array

Plain = Any
"""None, booleans, numbers, text, lists and dicts of them."""


def plain_dim(dim: Dim) -> int | str | None:
    """A size as it is promised: an integer, null where it is None or not known, or a symbol's name."""
    if dim is None or dim is ANY:
        return None
    return dim if isinstance(dim, int) else str(dim)


def jsonable(value: Any) -> Plain:
    """A fact without what only makes sense inside, such as places in trees."""
    if isinstance(value, (bool, int, float, str)) or value is None:
        return value
    if value is ANY or isinstance(value, Linear):
        return plain_dim(value)
    if isinstance(value, Array):
        return show_array(value.shape, value.dtype)
    if isinstance(value, Mapping):
        return {str(k): jsonable(v) for k, v in value.items() if not isinstance(v, Place)}
    if isinstance(value, (tuple, list, set, frozenset)):
        return [jsonable(v) for v in value if not isinstance(v, Place)]
    return getattr(value, "name", None) or type(value).__name__
