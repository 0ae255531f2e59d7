"""`textDocument/codeLens`: above each model its summary, *Validate by running* and *Show model*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json, span

if TYPE_CHECKING:
    from ...analysis import ModelEntry
    from ..language_server import Server
    from ..program import Analysed
    from ..verdicts import Verdicts

VALIDATE, SHOW_MODEL = "keras-shapes.validate", "keras-shapes.showModel"


def register(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def code_lens(params: types.CodeLensParams) -> list[Json]:
        uri = params.text_document.uri
        found = await server.session.current(uri)
        if found is None or not found[0].snapshot.settings.code_lens:
            return []
        analysed, source = found
        program = server.session.program(uri)
        verdicts = program.verdicts_on(analysed) if program else None
        models = [model for model in analysed.analysis.models if model.range.source == source]
        return [lens for model in models for lens in _lenses(server, analysed, uri, model, verdicts)]


def _lenses(
    server: Server, analysed: Analysed, uri: str, model: ModelEntry, verdicts: Verdicts | None
) -> Iterator[Json]:
    lines = analysed.analysis.document.sources[model.range.source].lines
    where = span(lines, model.range, server.session.client.encoding)
    arguments = [uri, model.range.start.line]
    yield _lens(where, model.summary, SHOW_MODEL, arguments)
    if analysed.snapshot.settings.validation.enable:
        title = verdicts.on(model) if verdicts else "Validate by running"
        yield _lens(where, title, VALIDATE, arguments)
    yield _lens(where, "Show model", SHOW_MODEL, arguments)


def _lens(where: Json, title: str, command: str, arguments: list[object]) -> Json:
    return {"range": where, "command": {"title": title, "command": command, "arguments": arguments}}
