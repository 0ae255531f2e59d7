"""`workspace/executeCommand` keras-shapes.checkWorkspace: every file, once, with a bar; open or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json
from ..progress import progress
from .publish_diagnostics import send

if TYPE_CHECKING:
    from ..language_server import Server

CHECK_WORKSPACE = "keras-shapes.checkWorkspace"


def register(server: Server) -> None:
    pushed: set[str] = set()

    @server.command(CHECK_WORKSPACE)
    async def check_workspace() -> str:
        """What was found, in words."""
        async with progress(server, "Checking the workspace") as bar:
            results = await server.files.check(bar)
            unfinished = " (cancelled)" if bar.cancelled else ""
        # Files that are not open are never asked for, unless the whole workspace is.
        if not (server.session.client.pulls and server.whole_workspace):
            for uri in [uri for uri, items in results.items() if items or uri in pushed]:
                send(server, uri, None, results[uri])
                pushed.add(uri)
        for program in server.session.programs():
            for part in program.newest.parts:
                results[part.buffer.uri] = (await server.reports.current(part.buffer.uri))[1]
        text = summary(results.values()) + unfinished
        server.window_show_message(
            types.ShowMessageParams(type=types.MessageType.Info, message=f"Keras shapes: {text}")
        )
        return text

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        # From now on the client asks for this file: what was pushed would be shown a second time.
        if params.text_document.uri in pushed:
            pushed.discard(params.text_document.uri)
            if server.session.client.pulls:
                send(server, params.text_document.uri, None, [])


def summary(results: Iterable[list[Json]]) -> str:
    """`checked 12 files: 2 errors and 1 warning in 2 files`."""
    files = list(results)
    severities = [item["severity"] for items in files for item in items]
    errors, others = severities.count(1), len(severities) - severities.count(1)
    checked = f"checked {_counted(len(files), 'file')}: "
    if not severities:
        return f"{checked}nothing found"
    found = f"{_counted(errors, 'error')} and {_counted(others, 'warning')}"
    return f"{checked}{found} in {_counted(sum(map(bool, files)), 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
