"""Rows of features into a sequence model: each row as a sequence, the data and its declaration together."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from .change_declared_input import declaration
from .context import Context, shape_text
from .data import rewritten, subject
from .fix import Fix

CODES = ("input-rank",)


def propose(context: Context) -> Iterator[Fix]:
    array, expected, place = context.array, context.finding.expected, context.declared
    if array is None or array.rank != 2 or len(expected) != 3 or place is None or array.shape is None:
        return
    samples, features = array.shape
    numpy, imports = context.imports.name_of("numpy.expand_dims")
    for axis, sample, words in (
        (-1, (features, 1), "each row is a sequence of single values"),
        (1, (1, features), "each row is one step"),
    ):
        text = declaration(context, place, sample)
        if text is None or tuple(expected[1:]) == sample:
            continue

        def change(data: str, _: Array, axis: int = axis) -> str:
            return f"{numpy}({data}, axis={axis})"

        edits = (*imports, *rewritten(context, change), *context.replace(place, text))
        title = f"Give and declare {shape_text((samples, *sample))}: {words} of {subject(context)}"
        yield Fix(title, "declare-sequence", edits, likelihood=0.5 if axis == -1 else 0.45)
