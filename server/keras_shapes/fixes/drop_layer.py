"""Takes a layer out: from a Sequential's list, with its `.add` line, or with the line that calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.block import Place
from ..source.document import Position, Range
from ..values.array import Array
from ..values.layer import Layer
from .context import Context
from .fix import Edit, Fix
from .syntax import listed, node_at

CODES = ("negative-size", "layer-rank")


def propose(context: Context) -> Iterator[Fix]:
    layer = context.facts.get("layer")
    if not isinstance(layer, Layer):
        return
    for candidate, likelihood in _candidates(context, layer):
        if candidate.site.place is None:
            continue
        place = candidate.site.place
        edits = from_list(context, place) if listed(place) else _statement(context, candidate) or _call(context, place)
        if edits:
            yield Fix(f"Drop this {candidate.short_name}", "drop-layer", edits, likelihood=likelihood)


def _candidates(context: Context, layer: Layer) -> Iterator[tuple[Layer, float]]:
    """The layer that does not fit, and where ranks do not, the one before it that took the axes away."""
    yield layer, 0.3
    if context.diagnostic.code != "layer-rank":
        return
    before = layer_before(context, layer)
    if isinstance(before, Layer) and before.short_name.startswith(("Flatten", "Global", "Reshape")):
        yield before, 0.65


def layer_before(context: Context, layer: Layer) -> object:
    """The layer whose output this one gets."""
    given = context.facts.get("input")
    if isinstance(given, Array) and given.node is not None:
        return context.resolve(given.node.target)
    layers = context.layers()
    index = next((i for i, other in enumerate(layers) if other.ref == layer.ref), 0)
    return layers[index - 1] if index > 0 else None


def from_list(context: Context, place: Place) -> tuple[Edit, ...]:
    """A member, or an argument, with the comma behind it; of the last one the comma before it."""
    where = context.range(place)
    if where is None:
        return ()
    lines = context.document.sources[where.source].lines
    rest = lines[where.end.line][where.end.character :]
    before = lines[where.start.line][: where.start.character]
    if not rest.lstrip().startswith(","):
        cut = before.rstrip()
        start = Position(where.start.line, len(cut) - 1)
        return (Edit(Range(where.source, start, where.end), ""),) if cut.endswith(",") else ()
    end = where.end.character + rest.index(",") + 1
    own_line = not before.strip() and not lines[where.end.line][end:].split("#")[0].strip()
    if own_line and where.end.line + 1 < len(lines):
        return (Edit(Range(where.source, Position(where.start.line, 0), Position(where.end.line + 1, 0)), ""),)
    after = lines[where.end.line][end:]
    end += len(after) - len(after.lstrip(" ")) if after.strip() else 0
    first = where.start.character if after.strip() else len(before.rstrip(" "))
    return (Edit(Range(where.source, Position(where.start.line, first), Position(where.end.line, end)), ""),)


def _call(context: Context, place: Place) -> tuple[Edit, ...]:
    """`Dense(1)(Flatten()(x))` → `Dense(1)(x)`: the layer's call by what it was given."""
    node = node_at(place)
    call = node.parent if node is not None else None
    if call is None or type(call).__name__ != "Call" or call.func is not node or len(call.args) != 1:
        return ()
    return context.replace(place.block.place(call), place.block.place(call.args[0]).text)


def _statement(context: Context, layer: Layer) -> tuple[Edit, ...]:
    """`model.add(layer)` and `x = layer(x)` taken out whole."""
    statement = context.statement(layer.site.place)
    where = context.range(statement)
    if where is None:
        return ()
    passed_on = re.fullmatch(r"(\w+)\s*=\s*" + re.escape(layer.site.place.text) + r"\((\w+)\)", statement.text)
    if ".add(" not in statement.text and (passed_on is None or passed_on[1] != passed_on[2]):
        return ()
    lines = context.document.sources[where.source].lines
    alone = not lines[where.start.line][: where.start.character].strip()
    if not alone or where.end.line + 1 >= len(lines):
        return ()
    return (Edit(Range(where.source, Position(where.start.line, 0), Position(where.end.line + 1, 0)), ""),)
