"""A reshape to as many elements as there are."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from ..source.block import Place
from ..values.dim import product
from ..values.layer import Layer
from .context import Context, shape_text
from .data import element
from .fix import Edit, Fix
from .syntax import node_at

CODES = ("reshape-size",)
_PARAMETERS = ("shape", "newshape", "target_shape")


def propose(context: Context) -> Iterator[Fix]:
    have, target = context.finding.expected, context.finding.found
    if not isinstance(have, tuple) or not isinstance(target, tuple):
        return
    layer = context.facts.get("layer")
    dims = list(target[1:] if isinstance(layer, Layer) and target and target[0] is None else target)
    size = product(d for d in have if d is not None)
    if not isinstance(size, int) or not all(isinstance(d, int) for d in dims):
        return
    for number, fitted in enumerate(_fitted(size, dims)):
        edits = _edits(context, dims, fitted)
        known = prod(d for d in fitted if d != -1)
        shown = shape_text(tuple(size // known if d == -1 else d for d in fitted))
        yield Fix(f"Reshape to {shown}", "reshape-count", edits, likelihood=0.7 - 0.08 * number)


def _fitted(size: int, dims: list[int]) -> Iterator[list[int]]:
    """The target with one size changed so that the count is right; the first one as -1, for any number of samples."""
    for i in range(len(dims)):
        rest = product(d for j, d in enumerate(dims) if j != i and d != -1)
        if not isinstance(rest, int) or rest <= 0 or dims[i] == -1:
            continue
        if -1 in dims:
            near = (d for d in range(1, size // rest + 1) if size % (d * rest) == 0)
            yield from ([*dims[:i], d, *dims[i + 1 :]] for d in sorted(near, key=lambda d: abs(d - dims[i]))[:2])
        elif size % rest == 0:
            yield [*dims[:i], -1 if i == 0 else size // rest, *dims[i + 1 :]]


def _edits(context: Context, dims: list[int], fitted: list[int]) -> tuple[Edit, ...]:
    place = _target_place(context)
    if place is not None:
        return context.replace(place, _written(place, fitted))
    # `x.reshape(2, 3, 5)`: each size is an argument of its own.
    node, block = node_at(context.finding.place), context.finding.place.block
    arguments = getattr(node, "args", [])
    if getattr(getattr(node, "func", None), "attrname", "") != "reshape" or len(arguments) != len(dims):
        return ()
    pairs = zip(arguments, dims, fitted)
    return tuple(e for a, old, new in pairs if old != new for e in context.replace(block.place(a), str(new)))


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
