"""`textDocument/inlayHint`: shapes in the text, after layers and array variables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json, position

if TYPE_CHECKING:
    from ...analysis import ShapeEntry
    from ..language_server import Server

_TYPE = 1
_UNKNOWN = "(…)"


def register(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def inlay_hint(params: types.InlayHintParams) -> list[Json]:
        found = await server.session.current(params.text_document.uri)
        if found is None:
            return []
        from ...presentation.lines import Lines
        from ...presentation.shape_entries import shape_entries

        analysed, source = found
        level = analysed.snapshot.settings.inlay_hints
        seen = Lines(source, params.range.start.line, params.range.end.line)
        lines = analysed.analysis.document.sources[source].lines
        encoding = server.session.client.encoding
        entries = [e for e in shape_entries(analysed.analysis, seen) if seen.first <= e.range.end.line <= seen.last]
        return [
            {
                "position": position(lines, entry.range.end, encoding),
                "label": f": {entry.text}" if entry.kind == "variable" else shape_of(entry),
                "kind": _TYPE,
                "paddingLeft": entry.kind != "variable",
                "tooltip": entry.text,
            }
            for entry in shown(entries, level)
        ]


def shown(entries: Iterable[ShapeEntry], level: str) -> Iterator[ShapeEntry]:
    """The entries worth a hint: of known rank, and of a variable bound to a layer's output only the layer's."""
    if level == "off":
        return
    ranked = [e for e in entries if e.kind in {"variable", "layer"} and not e.text.startswith(_UNKNOWN)]
    layers = {(entry.range.end.line, entry.text) for entry in ranked if entry.kind == "layer"}
    for entry in ranked:
        if entry.kind == "layer" or (level == "all" and (entry.range.end.line, entry.text) not in layers):
            yield entry


def shape_of(entry: ShapeEntry) -> str:
    """The text without its dtype, which a layer's output seldom changes."""
    return entry.text.removesuffix(f" {entry.dtype}") if entry.dtype else entry.text
