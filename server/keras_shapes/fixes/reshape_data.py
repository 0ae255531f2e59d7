"""Arranges the data's elements anew so that they fit: never to another number of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..values.array import Array
from ..values.dim import floor_divide, product, same
from .context import Context, shape_text
from .data import reshaped, rewritten, subject
from .fix import Fix

CODES = ("input-rank", "input-shape")
# What is called so has samples already.
_SAMPLES = re.compile(r"(?i)^x(?:_|$)|train|test|val|sample|image|picture")


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
    if len(array.shape) == 2 < len(expected) and not isinstance(sample, int):
        # Flat rows of a length that nobody knows: of no other one the model could have been made for them.
        yield _fix(context, (array.shape[0], *expected[1:]), 0.3)
        return
    total = product(array.shape)
    if not isinstance(total, int) or not isinstance(wanted, int) or not wanted or total % wanted or _counted(context):
        return
    # Else only what is one sample, or rows that together make sequences.
    if total == wanted or (_are_rows(array.shape, expected) and not _SAMPLES.search(subject(context))):
        yield _fix(context, (floor_divide(total, wanted), *expected[1:]), 0.3)


def _counted(context: Context) -> bool:
    """Whether labels stand beside the data: there are as many samples as labels."""
    return context.finding.site is not None and "y" in context.finding.site.arguments


def _are_rows(shape: tuple[object, ...], expected: tuple[object, ...]) -> bool:
    """Whether the data's rows are the steps of what is expected."""
    return len(shape) == len(expected) - 1 and shape[1:] == expected[2:]


def _fix(context: Context, shape: tuple[object, ...], likelihood: float) -> Fix:
    assert context.array is not None
    form, imports = reshaped(context, context.array, ", ".join(["-1", *(str(d) for d in shape[1:])]))

    def change(text: str, _: Array) -> str:
        return form(text)

    title = f"Reshape {subject(context)} → {shape_text(shape)}"
    return Fix(title, "reshape-data", (*imports, *rewritten(context, change)), likelihood=likelihood)
