"""Arranges the data's elements anew so that they fit: never to another number of elements."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.dim import floor_divide, product, same
from .context import Context, shape_text
from .data import reshaped, rewritten, subject
from .fix import Fix

CODES = ("input-rank", "input-shape")


def propose(context: Context) -> Iterator[Fix]:
    array, expected = context.array, context.finding.expected
    if array is None or not array.shape or not all(isinstance(d, int) for d in expected[1:]):
        return
    sample, wanted = product(array.shape[1:]), product(expected[1:])
    if same(sample, wanted):
        # Each sample keeps its elements: the number of samples stays.
        shape = (array.shape[0], *expected[1:])
        yield _fix(context, shape, 0.75)
        return
    total = product(array.shape)
    if isinstance(total, int) and isinstance(wanted, int) and wanted and total % wanted == 0 and total >= wanted:
        yield _fix(context, (floor_divide(total, wanted), *expected[1:]), 0.3)


def _fix(context: Context, shape: tuple[object, ...], likelihood: float) -> Fix:
    assert context.array is not None
    form, imports = reshaped(context, context.array, ", ".join(["-1", *(str(d) for d in shape[1:])]))

    def change(text: str, _: Array) -> str:
        return form(text)

    title = f"Reshape {subject(context)} → {shape_text(shape)}"
    return Fix(title, "reshape-data", (*imports, *rewritten(context, change)), likelihood=likelihood)
