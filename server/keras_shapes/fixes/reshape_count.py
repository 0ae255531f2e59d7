"""A reshape to as many elements as there are."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from ..values.dim import product
from ..values.layer import Layer
from .context import Context, shape_text
from .data import element
from .fix import Fix

CODES = ("reshape-size",)
_PARAMETERS = ("shape", "newshape", "target_shape")


def propose(context: Context) -> Iterator[Fix]:
    have, target = context.finding.expected, context.finding.found
    place = _target_place(context)
    if place is None or not isinstance(have, tuple) or not isinstance(target, tuple):
        return
    layer = context.facts.get("layer")
    dims = list(target[1:] if isinstance(layer, Layer) and target and target[0] is None else target)
    size = product(d for d in have if d is not None)
    if not isinstance(size, int) or not all(isinstance(d, int) for d in dims):
        return
    for i in range(len(dims)):
        rest = product(d for j, d in enumerate(dims) if j != i and d != -1)
        if not isinstance(rest, int) or rest <= 0 or size % rest or dims.count(-1) > (dims[i] == -1):
            continue
        fitted = [*dims[:i], -1 if i == 0 else size // rest, *dims[i + 1 :]]
        shown = shape_text(tuple(size // rest if d == -1 else d for d in fitted))
        edits = context.replace(place, _written(place, fitted))
        yield Fix(f"Reshape to {shown}", "reshape-count", edits, likelihood=0.7 - 0.1 * i)


def _target_place(context: Context) -> Place | None:
    """Where the target is written as one tuple."""
    layer = context.facts.get("layer")
    sites = [layer.site if isinstance(layer, Layer) else None, context.finding.site]
    for site in sites:
        for name in _PARAMETERS if site else ():
            place: Place | None = site.arguments.get(name) if site else None
            if place is not None and element(place, 0) is not None:
                return place
    return None


def _written(place: Place, dims: list[int]) -> str:
    text = shape_text(tuple(dims))
    return f"[{text[1:-1].rstrip(',')}]" if place.text.startswith("[") else text
