"""A reshape to as many elements as there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isqrt, prod

from ..source.block import Place
from ..values.array import Shape
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
    for number, fitted in enumerate(_ordered(have, dims, size)):
        known = prod(d for d in fitted if d != -1)
        shown = shape_text(tuple(size // known if d == -1 else d for d in fitted))
        edits = _edits(context, dims, fitted)
        yield Fix(f"Reshape to {shown}", "reshape-count", edits, likelihood=0.7 - 0.08 * number)


def _ordered(have: Shape, dims: list[int], size: int) -> list[list[int]]:
    """The targets that fit, likeliest first: as many samples as there are stay as many."""
    found = [*_fitted(size, dims), *_squares(size, dims)]
    if have and dims and have[0] == dims[0]:
        found.sort(key=lambda fitted: fitted[0] != dims[0])
    own = [d for d in have if isinstance(d, int)]
    missing = len(dims) - len(own)
    if not found and len(own) == len(have) and missing in (0, 1):
        found = [[*own, *([1] * missing)]]
    return found


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


def _squares(size: int, dims: list[int]) -> Iterator[list[int]]:
    """Two equal sizes, the sides of pictures, changed to two others that are equal."""
    for i, (height, width) in enumerate(pairwise(dims)):
        rest = prod(d for j, d in enumerate(dims) if j not in (i, i + 1))
        side = isqrt(size // rest) if rest > 0 else 0
        if height == width and side > 1 and side * side * rest == size:
            yield [*dims[:i], side, side, *dims[i + 2 :]]


def _edits(context: Context, dims: list[int], fitted: list[int]) -> tuple[Edit, ...]:
    """Only the sizes that change, each where it is written."""
    places = [p for p in _written(context, len(dims)) if p is not None]
    if len(places) == len(dims):
        triples = zip(places, dims, fitted)
        return tuple(e for place, old, new in triples if old != new for e in context.replace(place, str(new)))
    place = _target_place(context)
    return () if place is None else context.replace(place, _as_text(place, fitted))


def _written(context: Context, count: int) -> list[Place | None]:
    """Where each size of the target is written: in one tuple, or as arguments of `x.reshape(2, 3, 5)`."""
    place = _target_place(context)
    if place is not None:
        return [element(place, i) for i in range(count)] if element(place, count) is None else []
    node, block = node_at(context.finding.place), context.finding.place.block
    if getattr(getattr(node, "func", None), "attrname", "") != "reshape":
        return []
    return [block.place(argument) for argument in node.args]


def _target_place(context: Context) -> Place | None:
    """Where the target is written as one tuple."""
    layer = context.facts.get("layer")
    sites = [layer.site if isinstance(layer, Layer) else None, context.finding.site]
    places = [site.arguments.get(name) for site in sites if site is not None for name in _PARAMETERS]
    node, block = node_at(context.finding.place), context.finding.place.block
    if getattr(getattr(node, "func", None), "attrname", "") == "reshape" and len(node.args) == 1:
        places.append(block.place(node.args[0]))
    return next((p for p in places if p is not None and element(p, 0) is not None), None)


def _as_text(place: Place, dims: list[int]) -> str:
    text = shape_text(tuple(dims))
    return f"[{text[1:-1].rstrip(',')}]" if place.text.startswith("[") else text
