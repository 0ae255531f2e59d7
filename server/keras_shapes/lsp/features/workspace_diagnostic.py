"""`workspace/diagnostic`: every file's diagnostics, where the setting `diagnosticMode` wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..convert import Json
from ..progress import progress

if TYPE_CHECKING:
    from ..language_server import Server

# Clients ask again as soon as they are answered: an answer that has nothing new waits. Who has nothing yet gets all.
_HOLD_SECONDS = 120.0


def register(server: Server) -> None:
    answered = -1

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def workspace_diagnostic(params: types.WorkspaceDiagnosticParams) -> Json:
        nonlocal answered
        known = {previous.uri: previous.value for previous in params.previous_result_ids}
        if server.files.revision == answered and (known or not server.whole_workspace):
            await server.files.wait(_HOLD_SECONDS)
        answered = server.files.revision
        results: dict[str, list[Json]] = {}
        if server.whole_workspace:
            async with progress(server, "Checking the workspace", params.work_done_token) as bar:
                results = await server.files.check(bar)
        return {"items": _reports(server, results, known)}


def _reports(server: Server, results: dict[str, list[Json]], known: dict[str, str]) -> list[Json]:
    """A report for each file with findings, and for each that had some."""
    open_now = {part.buffer.uri for program in server.session.programs() for part in program.newest.parts}
    reports: list[Json] = []
    for uri in dict.fromkeys([*(uri for uri, items in results.items() if items), *known]):
        if uri in open_now:
            continue
        result_id, items = server.reports.recorded(uri, results.get(uri, []))
        if known.get(uri) == result_id:
            reports.append({"kind": "unchanged", "uri": uri, "version": None, "resultId": result_id})
        else:
            reports.append({"kind": "full", "uri": uri, "version": None, "resultId": result_id, "items": items})
    return reports
