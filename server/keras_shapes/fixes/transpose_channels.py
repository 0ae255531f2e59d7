"""Moves the channels of images from first to last, or back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..values.array import Array
from ..values.dim import same
from .context import Context, shape_text
from .data import rewritten, subject, transposed
from .fix import Fix

CODES = ("input-shape",)
_ORDERS = (((0, 2, 3, 1), "channels last"), ((0, 3, 1, 2), "channels first"), ((0, 2, 1), "steps and features swapped"))


def propose(context: Context) -> Iterator[Fix]:
    array, expected = context.array, context.finding.expected
    if array is None or array.shape is None or array.rank != len(expected):
        return
    for order, words in _ORDERS:
        if len(order) != len(array.shape):
            continue
        shape = tuple(array.shape[i] for i in order)
        if not all(same(a, b) for a, b in zip(shape[1:], expected[1:])):
            continue
        form, imports = transposed(context, array, ", ".join(map(str, order)))

        def change(text: str, _: Array, form: Callable[[str], str] = form) -> str:
            return form(text)

        title = f"Transpose to {words}: {subject(context)} → {shape_text(shape)}"
        yield Fix(title, "transpose-channels", (*imports, *rewritten(context, change)), likelihood=0.85)
