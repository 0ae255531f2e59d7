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
        view = Lines(source, params.range.start.line, params.range.end.line)
        lines = analysed.analysis.document.sources[source].lines
        encoding = server.session.client.encoding
        entries = [e for e in shape_entries(analysed.analysis, view) if view.first <= e.range.end.line <= view.last]
        program = server.session.program(params.text_document.uri)
        verdicts = program.verdicts_on(analysed) if program and level == "all" else None
        seen = verdicts.seen(source) if verdicts else {}
        filled = [place for place in missing(seen, entries) if view.first <= place[0] <= view.last]
        hints = [
            {
                "position": position(lines, entry.range.end, encoding),
                "label": f": {entry.text}" if entry.kind == "variable" else shape_of(entry),
                "kind": _TYPE,
                "paddingLeft": entry.kind != "variable",
                "tooltip": entry.text,
            }
            for entry in shown(entries, level)
            if (entry.range.start.line, entry.name) not in filled
        ]
        return hints + [
            {
                "position": position(lines, seen[place].range.end, encoding),
                "label": f": {seen[place].text} (seen)",
                "kind": _TYPE,
                "paddingLeft": False,
                "tooltip": "Seen when it was run; data from files and downloads was made up",
            }
            for place in filled
        ]


def missing(seen: Iterable[tuple[int, str]], entries: Iterable[ShapeEntry]) -> list[tuple[int, str]]:
    """The (line, name) of what was seen in the run where the text alone leaves more than the first size unknown."""
    known = {
        (entry.range.start.line, entry.name)
        for entry in entries
        if entry.kind == "variable" and entry.shape is not None and None not in entry.shape[1:]
    }
    return [place for place in seen if place not in known]


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
