"""`textDocument/didSave`, `notebookDocument/didSave`: with `run: onSave`, the moment to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from .validate import validate

if TYPE_CHECKING:
    from ..language_server import Server


def register(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        await saved(server, params.text_document.uri)

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_SAVE)
    async def did_save_notebook(params: types.DidSaveNotebookDocumentParams) -> None:
        await saved(server, params.notebook_document.uri)


async def saved(server: Server, uri: str) -> None:
    """Findings are from now on those of the saved text."""
    program = server.session.program(uri)
    if program is None:
        return
    program.saved = True
    await server.session.scheduler.current(program)
    if program.newest.settings.run == "onSave":
        server.show(program)
    validation = program.newest.settings.validation
    if validation.enable and validation.on_save:
        server.spawn(validate_saved(server, uri))


async def validate_saved(server: Server, uri: str) -> None:
    """Says nothing when it is done: it was not asked for just now."""
    await validate(server, uri)
