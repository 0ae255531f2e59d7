"""Adds the axis that the data lacks."""

from __future__ import annotations

from collections.abc import Iterator

from ..values.array import Array
from ..values.dim import same
from .context import Context, shape_text
from .data import in_place, rewritten, subject
from .fix import Fix

CODES = ("input-rank", "missing-batch-axis")
_NAMES = {0: "batch", -1: "channel"}


def propose(context: Context) -> Iterator[Fix]:
    array = context.array
    expected = context.finding.expected
    if array is None or array.shape is None or len(expected) != len(array.shape) + 1:
        return
    library = "tensorflow" if array.kind == "tensor" else "numpy"
    function, imports = context.imports.name_of(f"{library}.expand_dims")
    for axis in range(len(expected)):
        shape = (*array.shape[:axis], 1, *array.shape[axis:])
        if any(same(a, b) is False for a, b in zip(shape[1:], expected[1:])):
            continue
        if axis > 0 and expected[axis] != 1 and axis < len(expected) - 1 and not _free(expected[axis]):
            continue
        position = -1 if axis == len(expected) - 1 else axis

        def change(text: str, _: Array, position: int = position) -> str:
            return f"{function}({text}, axis={position})"

        edits = (in_place if axis == 0 else rewritten)(context, change)
        kind = _NAMES.get(position, "") if position == 0 or expected[-1] in (1, None) else ""
        what = f"the {kind} axis" if kind == "batch" else f"a {kind} axis" if kind else f"an axis at {position}"
        likelihood = 0.95 if axis == 0 and context.diagnostic.code == "missing-batch-axis" else 0.6 - 0.1 * (axis == 0)
        title = f"Add {what}: {subject(context)} → {shape_text(shape)}"
        yield Fix(title, "expand-dims", (*imports, *edits), likelihood=likelihood)


def _free(dim: object) -> bool:
    return not isinstance(dim, int)
