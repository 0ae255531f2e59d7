"""Whole numbers for a layer that looks them up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..values.array import Array
from .context import Context
from .data import operand, rewritten, subject
from .fix import Edit, Fix

CODES = ("float-index",)


def propose(context: Context) -> Iterator[Fix]:
    array = context.array
    if array is None:
        return
    form, imports = cast(context, array, "int32")

    def change(text: str, _: Array) -> str:
        return form(text)

    edits = (*imports, *rewritten(context, change))
    yield Fix(f"Whole numbers: {subject(context)} as int32", "cast-indices", edits, likelihood=0.8)


def cast(context: Context, array: Array, dtype: str) -> tuple[Callable[[str], str], tuple[Edit, ...]]:
    """How a text becomes one of another type, and the imports that this needs."""
    if array.kind == "tensor":
        function, imports = context.imports.name_of("tensorflow.cast")
        return lambda text: f'{function}({text}, "{dtype}")', imports
    return lambda text: f'{operand(text)}.astype("{dtype}")', ()
