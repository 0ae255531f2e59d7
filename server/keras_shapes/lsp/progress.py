"""`$/progress` for what takes long, with the client's button to cancel it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from .language_server import Server

Token = str | int


class Progress:
    """Tells the client how far a piece of work is; without a token it tells nobody."""

    def __init__(self, server: Server, token: Token | None) -> None:
        self._server, self._token = server, token
        self._loop = asyncio.get_running_loop()

    @property
    def cancelled(self) -> bool:
        """Whether the user has had enough. May be asked from any thread."""
        if self._token is None:
            return False
        future = self._server.work_done_progress.tokens.get(self._token)
        return future is not None and future.cancelled()

    def report(self, message: str, fraction: float) -> None:
        """Tells what is being done. May be called from any thread."""
        self._loop.call_soon_threadsafe(self._report, message, fraction)

    def _report(self, message: str, fraction: float) -> None:
        if self._token is not None:
            value = types.WorkDoneProgressReport(message=message, percentage=min(100, int(100 * fraction)))
            self._server.work_done_progress.report(self._token, value)


@asynccontextmanager
async def progress(server: Server, title: str, token: Token | None = None) -> AsyncIterator[Progress]:
    """Shows a progress bar while the block runs: under the client's own `token`, or under one asked for."""
    if token is None and server.session.client.progress:
        token = await _created(server)
    if token is None:
        yield Progress(server, None)
        return
    begin = types.WorkDoneProgressBegin(title=title, cancellable=True, percentage=0)
    server.work_done_progress.begin(token, begin)
    try:
        yield Progress(server, token)
    finally:
        server.work_done_progress.end(token, types.WorkDoneProgressEnd())
        server.work_done_progress.tokens.pop(token, None)


async def _created(server: Server) -> Token | None:
    """A bar of our own; none where the client refuses, which is no reason not to do the work."""
    token = str(uuid.uuid4())
    try:
        await server.work_done_progress.create_async(token)
    except JsonRpcException:
        return None
    return token
