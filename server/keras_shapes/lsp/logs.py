"""The server's log, in the client's log."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from .language_server import Server

_TYPES = {
    logging.ERROR: types.MessageType.Error,
    logging.WARNING: types.MessageType.Warning,
    logging.INFO: types.MessageType.Info,
    logging.DEBUG: types.MessageType.Log,
}


class _ToClient(logging.Handler):
    """Messages may come from any thread; they are sent from the loop's."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._server, self._loop, self._thread = server, asyncio.get_running_loop(), threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        level = max((known for known in _TYPES if known <= record.levelno), default=logging.DEBUG)
        params = {"type": _TYPES[level].value, "message": self.format(record)}
        if threading.get_ident() == self._thread:
            self._server.protocol.notify_json(types.WINDOW_LOG_MESSAGE, params)
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._server.protocol.notify_json, types.WINDOW_LOG_MESSAGE, params)


def to_client(server: Server) -> None:
    """From now on what the server logs is the client's to show, instead of standard error's."""
    logger = logging.getLogger("keras_shapes")
    logger.handlers = [_ToClient(server)]
    logger.propagate = False


def set_level(name: str) -> None:
    """`error`, `warning`, `info` or `debug`."""
    logging.getLogger("keras_shapes").setLevel(name.upper())
    # pygls warns of what every client does, such as cancelling what has been answered.
    logging.getLogger("pygls").setLevel(logging.DEBUG if name == "debug" else logging.ERROR)
