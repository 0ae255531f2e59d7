"""`textDocument/diagnostic`: the client asks; told "unchanged" where it has the answer already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json

if TYPE_CHECKING:
    from ..language_server import Server


def register(server: Server) -> None:
    # A notebook's cells are documents of the protocol, and depend on one another.
    # pygls itself tells whether every file may be asked for, too.
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=False, identifier="keras-shapes"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnostic(params: types.DocumentDiagnosticParams) -> Json:
        result_id, items = await server.reports.current(params.text_document.uri)
        if result_id == params.previous_result_id:
            return {"kind": "unchanged", "resultId": result_id}
        return {"kind": "full", "resultId": result_id, "items": items}
