"""As many units as the states that a recurrent layer begins with have, or as the weights that it is given."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge.keras.models.calling import nodes
from ..values.dim import same
from ..values.layer import Layer
from .context import Context
from .fix import Fix
from .keep_size import with_argument
from .sizes import maker, other_numbers, resized

CODES = ("weights-shape",)
_SIZES = ("input_dim", "output_dim")


def propose(context: Context) -> Iterator[Fix]:
    layer, expected, found = context.facts.get("layer"), context.finding.expected, context.finding.found
    if context.facts.get("class") == "keras.layers.Embedding":
        yield from _as_the_matrix(context)
        return
    if not isinstance(layer, Layer) or layer.site.place is None:
        return
    if isinstance(expected, int) and expected - 1 == found and layer.arguments.get("use_bias") is True:
        edits = with_argument(context, layer, "use_bias", "False")
        yield Fix(f"{layer.short_name}: use_bias=False, for weights without a bias", "drop-bias", edits, likelihood=0.7)
    if not isinstance(found, tuple) or not found:
        return
    size = found[-1]
    if isinstance(size, int):
        for edits, name in resized(context, layer, size):
            words = f" ({name} = {size})" if name else ""
            title = f"Give the {layer.short_name} {size} units, as its states have{words}"
            yield Fix(title, "match-states", edits, likelihood=0.75 - 0.2 * bool(name))
    wanted = expected[-1] if isinstance(expected, tuple) and expected else None
    if not isinstance(wanted, int):
        return
    for source in _makers(context, size):
        for edits, name in resized(context, source, wanted):
            words = f" ({name} = {wanted})" if name else ""
            title = f"Give the {source.short_name} before it {wanted} units{words}"
            yield Fix(title, "match-states", edits, likelihood=0.55)


def _as_the_matrix(context: Context) -> Iterator[Fix]:
    """An Embedding that is made with a matrix of another size. Fewer rows would leave indices without one."""
    site, wanted, found = context.finding.site, context.finding.expected, context.finding.found
    if site is None or not isinstance(wanted, tuple) or not isinstance(found, tuple) or len(found) != len(wanted):
        return
    differ = [(name, now, size) for name, now, size in zip(_SIZES, wanted, found) if same(now, size) is not True]
    if len(differ) != 1:
        return
    name, now, size = differ[0]
    place = site.arguments.get(name)
    if (
        place is None
        or not isinstance(size, int)
        or (name == "input_dim" and not (isinstance(now, int) and now < size))
    ):
        return
    what = "rows" if name == "input_dim" else "columns"
    for edits, constant in other_numbers(context, place, size):
        words = f" ({constant} = {size})" if constant else ""
        title = f"Give the Embedding {size} {what}, as its matrix has{words}"
        yield Fix(title, "match-states", edits, likelihood=0.75 - 0.2 * bool(constant))


def _makers(context: Context, size: object) -> list[Layer]:
    """The recurrent layers that give states of the size that does not fit."""
    model = context.model
    found = {}
    for tensor in nodes(model.outputs) if model is not None else ():
        layer = maker(context, tensor)
        if layer is not None and layer.arguments.get("units") == size:
            found[layer.ref] = layer
    return list(found.values())
