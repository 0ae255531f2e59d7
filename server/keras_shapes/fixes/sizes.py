"""A number that decides a size: where it is written, and edits that make it another."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.block import Place
from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .fix import Edit
from .keep_size import with_argument
from .syntax import definition

# The argument that decides a layer's last size.
LAST_SIZE = {"units": "units", "filters": "filters", "output_dim": "output_dim", "classes": "classes"}


def other_numbers(context: Context, place: Place, value: int) -> Iterator[tuple[tuple[Edit, ...], str]]:
    """Edits that make the number at a place another, and its name: where it is defined first, then at the place."""
    where = definition(context, place)
    if where is not None and where != place and where.text.strip().isdigit():
        yield context.replace(where, str(value)), place.text.strip()
    yield context.replace(place, str(value)), ""


def last_size(layer: Layer) -> str | None:
    """The argument that says how many units, filters or classes a layer gives; None where none does."""
    return next((name for name in LAST_SIZE if name in layer.arguments), None)


def resized(context: Context, layer: Layer, size: int) -> Iterator[tuple[tuple[Edit, ...], str]]:
    """Edits after which a layer's last size is another, with the name of the constant that they change, if any."""
    name = last_size(layer)
    if name is None:
        return
    place = layer.site.arguments.get(name)
    if place is not None:
        yield from other_numbers(context, place, size)
    else:
        yield with_argument(context, layer, name, str(size)), ""


def maker(context: Context, tensor: object) -> Layer | None:
    """The layer that a symbolic tensor comes from."""
    if not isinstance(tensor, Array) or tensor.node is None:
        return None
    layer = context.resolve(tensor.node.target)
    return layer if isinstance(layer, Layer) and layer.site.place is not None else None
