"""Values in words: Keras' own notation, `(None, 28, 28, 1) float32`."""

from __future__ import annotations

from collections.abc import Iterable

from .dim import Dim
from .dim import show as show_dim


def show_shape(shape: Iterable[Dim] | None) -> str:
    if shape is None:
        return "(…)"
    dims = [show_dim(d) for d in shape]
    return f"({dims[0]},)" if len(dims) == 1 else f"({', '.join(dims)})"


def show_array(shape: Iterable[Dim] | None, dtype: str) -> str:
    return f"{show_shape(shape)} {dtype}".rstrip()
