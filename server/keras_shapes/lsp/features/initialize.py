"""`initialize`, `initialized`: who the client is, where the workspace is, and with which settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from .. import logs
from ..client import Client
from ..reconfigure import listen, reconfigure
from ..session import path_of

if TYPE_CHECKING:
    from ..language_server import Server


def register(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        session = server.session
        session.client = Client.of(params.capabilities)
        uris = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        session.folders[:] = [path for uri in uris if (path := path_of(uri))]
        session.configuration.editor(params.initialization_options)
        unwanted = []
        if not session.client.pulls:
            # What is offered may be used: a client that is pushed to would show everything twice.
            unwanted = [types.TEXT_DOCUMENT_DIAGNOSTIC, types.WORKSPACE_DIAGNOSTIC]
        elif session.configuration.before_load(session.folders).diagnostic_mode != "workspace":
            # VS Code keeps what it shows of a file that is closed where it may ask for every file.
            unwanted = [types.WORKSPACE_DIAGNOSTIC]
        for method in unwanted:
            server.protocol.fm.features.pop(method, None)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        logs.to_client(server)
        server.session.scheduler.start()
        reconfigure(server)
        await listen(server)
