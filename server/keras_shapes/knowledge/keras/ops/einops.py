"""keras.ops.rearrange: axes named, split and joined by a pattern. Source: keras/src/ops/einops.py."""

from __future__ import annotations

import re
from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim, floor_divide, product
from ....values.mismatch import Mismatch
from ...coercion import Tensor
from .naming import dim, op

Groups = list[list[str]]


def _groups(side: str) -> Groups:
    """`b (h w) c` → [["b"], ["h", "w"], ["c"]]."""
    return [part.strip("()").split() for part in re.findall(r"\([^()]*\)|\S+", side)]


def _sizes(groups: Groups, tensor: Array, given: dict[str, Dim]) -> dict[str, Dim]:
    """The size of each named axis: of a joined axis all but one must be given. A graph looks for no remainder."""
    shape = tensor.shape or ()
    sizes = dict(given)
    for names, size in zip(groups, shape):
        free = [n for n in names if n not in sizes]
        known = product(sizes[n] for n in names if n in sizes)
        if len(free) == 1:
            whole = not isinstance(size, int) or not isinstance(known, int) or (known and size % known == 0)
            if not whole and tensor.kind != "symbolic":
                raise Mismatch("array-shapes", f"a size that {known} divides", shape, operation="rearrange")
            sizes[free[0]] = None if size is None else floor_divide(size, known)
        elif free:
            sizes.update(dict.fromkeys(free, ANY))
    return sizes


@op("rearrange")
def rearrange(tensor: Tensor, pattern: Any, **axes_lengths: Any) -> Array:
    if tensor.shape is None or not isinstance(pattern, str) or pattern.count("->") != 1:
        return tensor.unranked()
    before, after = (_groups(side) for side in pattern.split("->"))
    names = {n for group in before for n in group}
    if any("..." in side or "1" in side for side in (names, {n for group in after for n in group})):
        return tensor.unranked()
    if len(before) != len(tensor.shape):
        raise Mismatch("array-shapes", len(before), tensor.shape, operation="rearrange")
    sizes = _sizes(before, tensor, {k: dim(v) for k, v in axes_lengths.items()})
    return tensor.reshaped(tuple(product(sizes.get(n, ANY) for n in group) for group in after))
