"""`textDocument/publishDiagnostics`: for clients that cannot ask, after each analysis; never for those that can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json

if TYPE_CHECKING:
    from ..language_server import Server
    from ..program import Program


def register(server: Server) -> None:
    def publish(program: Program) -> None:
        if server.session.client.pulls:
            return
        for part in program.newest.parts:
            _, items = server.reports.of(program, part.buffer.uri)
            send(server, part.buffer.uri, part.buffer.version, items)

    server.after_analysis.append(publish)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        clear(server, params.text_document.uri)

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def did_close_notebook(params: types.DidCloseNotebookDocumentParams) -> None:
        for cell in params.cell_text_documents:
            clear(server, cell.uri)


def clear(server: Server, uri: str) -> None:
    """Takes back what was reported of what is closed."""
    server.reports.forget(uri)
    server.files.touch()
    if not server.session.client.pulls:
        send(server, uri, None, [])


def send(server: Server, uri: str, version: int | None, items: list[Json]) -> None:
    """Publishes diagnostics for one URI."""
    params: Json = {"uri": uri, "diagnostics": items}
    if version is not None:
        params["version"] = version
    server.protocol.notify_json(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
