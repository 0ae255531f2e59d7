"""`textDocument/hover`: what stands at the cursor, also where nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json, from_client, span

if TYPE_CHECKING:
    from ...source.document import Range
    from ..language_server import Server
    from ..verdicts import Verdicts


def register(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> Json | None:
        found = await server.session.current(params.text_document.uri)
        if found is None:
            return None
        analysed, source = found
        lines = analysed.analysis.document.sources[source].lines
        encoding = server.session.client.encoding
        at = from_client(lines, params.position.line, params.position.character, encoding)
        program = server.session.program(params.text_document.uri)
        verdicts = program.verdicts_on(analysed) if program else None
        known = _with_seen(analysed.analysis.hover(source, *at), verdicts, source, at)
        if known is None:
            return None
        return {"contents": {"kind": "markdown", "value": known[0]}, "range": span(lines, known[1], encoding)}


def _with_seen(
    known: tuple[str, Range] | None, verdicts: Verdicts | None, source: int, at: tuple[int, int]
) -> tuple[str, Range] | None:
    """What is known, and what the name at the cursor was bound to when the program was run."""
    for place in verdicts.seen(source).values() if verdicts else ():
        where = place.range
        if where.start.line == at[0] and where.start.character <= at[1] <= where.end.character:
            told = f"Seen when it was run: `{place.text}`"
            return (f"{known[0]}\n\n{told}", known[1]) if known else (told, where)
    return known
