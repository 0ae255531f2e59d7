"""`textDocument/hover`: what stands at the cursor, also where nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json, from_client, span

if TYPE_CHECKING:
    from ..language_server import Server


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
        known = analysed.analysis.hover(source, *at)
        if known is None:
            return None
        return {"contents": {"kind": "markdown", "value": known[0]}, "range": span(lines, known[1], encoding)}
