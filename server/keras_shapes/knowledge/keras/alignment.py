"""Shapes of labels and outputs brought together, as losses and metrics do it: keras/src/losses/loss.py.

All answers are of the kind "may": False only where it is proved, with sizes that are not known taken as any.
"""

from __future__ import annotations

from ...values.arithmetic import broadcast
from ...values.array import Shape
from ...values.dim import Dim, same
from ...values.mismatch import Mismatch


def may_be_one(dim: Dim) -> bool:
    return same(dim, 1) is not False


def may_equal(a: Shape, b: Shape) -> bool:
    return len(a) == len(b) and not any(same(p, q) is False for p, q in zip(a, b))


def may_broadcast(a: Shape, b: Shape) -> bool:
    try:
        broadcast(a, b)
    except Mismatch:
        return False
    return True


def ranks_aligned(y: Shape, output: Shape) -> list[tuple[Shape, Shape]]:
    """squeeze_or_expand_to_same_rank: a last axis of 1 added or dropped where ranks differ by one.

    Both outcomes where that axis may be 1 and may not.
    """
    longer, shorter = (output, y) if len(output) > len(y) else (y, output)
    if len(longer) != len(shorter) + 1 or not may_be_one(longer[-1]):
        return [(y, output)]
    pair = (longer, (*shorter, 1)) if len(shorter) == 1 else (longer[:-1], shorter)
    aligned = pair if longer is y else (pair[1], pair[0])
    return [aligned] if longer[-1] == 1 else [aligned, (y, output)]
