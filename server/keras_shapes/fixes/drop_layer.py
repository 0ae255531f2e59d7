"""Takes a layer out of a Sequential: from its list, or with its `.add` line."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.document import Position, Range
from ..values.layer import Layer
from .context import Context
from .fix import Edit, Fix

CODES = ("negative-size",)


def propose(context: Context) -> Iterator[Fix]:
    layer, model = context.facts.get("layer"), context.model
    if not isinstance(layer, Layer) or model is None or layer.site.place is None:
        return
    edits = _from_list(context, layer) if model.site.place.contains(layer.site.place) else _added(context, layer)
    if edits:
        yield Fix(f"Drop this {layer.short_name}", "drop-layer", edits, likelihood=0.3)


def _from_list(context: Context, layer: Layer) -> tuple[Edit, ...]:
    """The layer with the comma and blank space behind it."""
    where = context.range(layer.site.place)
    if where is None:
        return ()
    lines = context.document.sources[where.source].lines
    rest = lines[where.end.line][where.end.character :]
    if not rest.lstrip().startswith(","):
        return ()
    end = where.end.character + rest.index(",") + 1
    own_line = not lines[where.start.line][: where.start.character].strip() and not lines[where.end.line][end:].strip()
    if own_line:
        return (Edit(Range(where.source, Position(where.start.line, 0), Position(where.end.line + 1, 0)), ""),)
    return (Edit(Range(where.source, where.start, Position(where.end.line, end)), ""),)


def _added(context: Context, layer: Layer) -> tuple[Edit, ...]:
    statement = context.statement(layer.site.place)
    where = context.range(statement)
    if where is None or ".add(" not in statement.text or where.start.character:
        return ()
    return (Edit(Range(where.source, Position(where.start.line, 0), Position(where.end.line + 1, 0)), ""),)
