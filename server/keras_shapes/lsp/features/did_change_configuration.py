"""`workspace/didChangeConfiguration`, `didChangeWatchedFiles`, `didChangeWorkspaceFolders`: other settings now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ...source.data_files import DATA_ENDINGS
from ..reconfigure import ask, reconfigure
from ..session import path_of

if TYPE_CHECKING:
    from ..language_server import Server


def register(server: Server) -> None:
    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        server.session.configuration.editor(params.settings)
        await ask(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        if any(change.uri.endswith("/pyproject.toml") for change in params.changes):
            reconfigure(server)
        else:
            # Programs that train write tables; the files that are not open are not all looked at for each of them.
            if any(not change.uri.endswith(DATA_ENDINGS) for change in params.changes):
                server.files.touch()
            server.session.files_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_workspace_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {path_of(folder.uri) for folder in params.event.removed}
        come = [path for folder in params.event.added if (path := path_of(folder.uri))]
        server.session.folders[:] = [folder for folder in server.session.folders if folder not in gone] + come
        reconfigure(server)
