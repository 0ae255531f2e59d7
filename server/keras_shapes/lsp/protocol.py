"""pygls' protocol with our own text keeping and with plain JSON as results.

The positions, the speed and the shapes of messages that pygls' own way would cost are told where they are avoided.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import JsonRPCResponseMessage, LanguageServerProtocol, lsp_method

from .buffers import Buffer, Notebook
from .convert import Json

if TYPE_CHECKING:
    from .session import Session


class Protocol(LanguageServerProtocol):
    """Feature handlers answer with dicts and lists: JSON as it is sent, without a conversion through classes."""

    session: Session

    def _serialize_message(self, data: Any) -> Any:
        # Only the envelope: json.dumps comes back here for what inside is not JSON yet.
        if type(data) is JsonRPCResponseMessage:
            return {"id": data.id, "jsonrpc": data.jsonrpc, "result": data.result}
        return super()._serialize_message(data)

    def structure_message(self, data: Json) -> Any:
        """pygls drops a request that it cannot read; whoever sent it would wait for ever."""
        try:
            return super().structure_message(data)
        except JsonRpcException as problem:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=problem.to_response_error())
            raise

    def notify_json(self, method: str, params: Json) -> None:
        """Sends a notification whose parameters are JSON already."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    def _then(self, method: str, params: Any) -> Iterator[Any]:
        """Goes on with the feature's own handler, where there is one."""
        handler = self.fm.features.get(method)
        if handler is not None:
            yield handler, (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Iterator[Any]:
        item = params.text_document
        self.session.open(Buffer.of(item.uri, item.version, item.text, item.language_id))
        yield from self._then(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        self.session.change(params.text_document.uri, params.text_document.version, params.content_changes)
        yield from self._then(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Iterator[Any]:
        yield from self._then(types.TEXT_DOCUMENT_DID_CLOSE, params)
        self.session.close(params.text_document.uri)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def lsp_notebook_document__did_open(self, params: types.DidOpenNotebookDocumentParams) -> Iterator[Any]:
        notebook = params.notebook_document
        cells = [Buffer.of(c.uri, c.version, c.text, c.language_id) for c in params.cell_text_documents]
        self.session.open_notebook(Notebook(notebook.uri, [cell.document for cell in notebook.cells]), cells)
        yield from self._then(types.NOTEBOOK_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def lsp_notebook_document__did_change(self, params: types.DidChangeNotebookDocumentParams) -> Iterator[Any]:
        uri, cells = params.notebook_document.uri, params.change.cells
        if cells is not None:
            self._change_structure(uri, cells.structure)
            for text in cells.text_content or ():
                self.session.change_cell(text.document.uri, text.document.version, text.changes)
            self.session.changed_notebook(uri)
        yield from self._then(types.NOTEBOOK_DOCUMENT_DID_CHANGE, params)

    def _change_structure(self, uri: str, change: types.NotebookDocumentCellChangeStructure | None) -> None:
        if change is None:
            return
        array = change.array
        self.session.change_cells(uri, array.start, array.delete_count, [c.document for c in array.cells or ()])
        for closed in change.did_close or ():
            self.session.close_cell(closed.uri)
        for item in change.did_open or ():
            self.session.open_cell(Buffer.of(item.uri, item.version, item.text, item.language_id))

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def lsp_notebook_document__did_close(self, params: types.DidCloseNotebookDocumentParams) -> Iterator[Any]:
        yield from self._then(types.NOTEBOOK_DOCUMENT_DID_CLOSE, params)
        self.session.close_notebook(params.notebook_document.uri)
