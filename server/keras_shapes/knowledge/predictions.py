"""Predictions against labels, compared by the program itself: nothing is adjusted there, unlike in a loss."""

from __future__ import annotations

from ..values.array import Array, Shape
from ..values.dim import same
from ..values.mismatch import Mismatch

_COMPARING = ("-", "==", "!=")


def check_compared(op: str, left: Array, right: Array, result: Array) -> None:
    """Raises Mismatch("silent-broadcast") for `(n,) - (n, 1)` where one is a model's output and the other is not.

    expected: the shape of the output. found: that of the other. facts: output, y = the other, broadcast = the shape
    that comes of them, operation = op. result: what the program goes on with.
    """
    if op not in _COMPARING or "symbolic" in (left.kind, right.kind):
        return
    for output, other in ((left, right), (right, left)):
        # The shapes are asked first: where an array comes from may be a long story.
        if _stretched(output.shape, other.shape) and _from_model(output) and not _from_model(other):
            facts = {"output": output.shape, "y": other, "array": output, "broadcast": result.shape, "operation": op}
            raise Mismatch("silent-broadcast", output.shape, other.shape, result, **facts)


def _from_model(array: Array) -> bool:
    return array.origin is not None and any(step.how == "predicted" for step in array.origin.steps())


def _stretched(output: Shape | None, other: Shape | None) -> bool:
    """Whether a column meets a row of as many: (n, 1) and (n,)."""
    if output is None or other is None or {len(output), len(other)} != {1, 2}:
        return False
    row, column = (output, other) if len(output) == 1 else (other, output)
    if column[1] != 1 or row[0] == 1 or column[0] == 1:
        return False
    # Two free sizes are those of one batch: batches of different sizes could not be compared at all.
    return same(row[0], column[0]) is True or row[0] is column[0] is None
