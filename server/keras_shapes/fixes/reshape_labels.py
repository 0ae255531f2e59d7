"""Gives labels the shape that the loss needs, their number unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.dim import product, same
from .context import Context, shape_text
from .data import reshaped, rewritten, subject
from .fix import Fix

CODES = ("target-shape", "loss-target", "silent-broadcast")


def propose(context: Context) -> Iterator[Fix]:
    y, expected = context.array, context.finding.expected
    if y is None or not y.shape or not isinstance(expected, tuple):
        return
    wanted = (y.shape[0], *expected[1:])
    if same(product(y.shape[1:]), product(expected[1:])) is not True or not all(
        isinstance(d, int) for d in expected[1:]
    ):
        return
    form, imports = reshaped(context, y, ", ".join(["-1", *(str(d) for d in expected[1:])]))

    def change(text: str, _: Array) -> str:
        return form(text)

    yield Fix(
        f"Reshape {subject(context)} → {shape_text(wanted)}",
        "reshape-labels",
        (*imports, *rewritten(context, change)),
        likelihood=0.65,
    )
