"""The server: pygls with our protocol, the session behind it, and its talk with the client."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from typing import BinaryIO

from lsprotocol import types
from pygls.io_ import StdinAsyncReader, StdoutWriter, run_async
from pygls.lsp.server import LanguageServer

from .. import __version__
from ..settings import SECTION
from . import features
from .consent import Consents
from .program import Program
from .protocol import Protocol
from .reconfigure import refresh
from .reports import Reports
from .session import Session
from .validator import Validator
from .workspace import WorkspaceFiles

log = logging.getLogger("keras_shapes")
_NOTEBOOKS = ("jupyter-notebook", "interactive")


class Server(LanguageServer):
    """Features ask `session`; `after_analysis` lists what is done with each analysis of a newest text."""

    protocol: Protocol

    def __init__(self) -> None:
        python = [types.NotebookCellLanguage(language="python")]
        selector = [types.NotebookDocumentFilterWithNotebook(notebook=name, cells=python) for name in _NOTEBOOKS]
        super().__init__(
            SECTION,
            __version__,
            notebook_document_sync=types.NotebookDocumentSyncOptions(notebook_selector=selector, save=True),
            protocol_cls=Protocol,
        )
        self.after_analysis: list[Callable[[Program], None]] = []
        self.session = self.protocol.session = Session(self.show)
        self.reports = Reports(self.session)
        self.files = WorkspaceFiles(self.session)
        self.validator = Validator(self.session.scheduler)
        self.consents = Consents()
        self._tasks: set[asyncio.Task[None]] = set()
        features.register_all(self)

    @property
    def whole_workspace(self) -> bool:
        """Whether findings are wanted of files that are not open."""
        return self.session.configuration.of(None).diagnostic_mode == "workspace"

    def spawn(self, work: Awaitable[None]) -> None:
        """Lets `work` go on by itself; its failure is logged."""
        task = asyncio.ensure_future(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def report_server_error(self, error: Exception, source: object) -> None:
        """Logged only: pygls' pop-up would interrupt who types for something they cannot mend."""
        log.error("%s: %s", getattr(source, "__name__", source), error, exc_info=error)

    def show(self, program: Program) -> None:
        """An analysis has come, or what is shown of it has changed."""
        for react in self.after_analysis:
            react(program)

    def show_again(self, program: Program) -> None:
        """What is said of the same analysis has changed: clients that ask are told to."""
        self.show(program)
        refresh(self)


async def _logged(work: Awaitable[None]) -> None:
    try:
        await work
    except Exception:
        log.exception("Internal error")


def run(address: tuple[str, int] | None) -> int:
    """Serves one client until it says `exit`; see `server.serve`."""
    server = Server()
    try:
        if address is not None:
            server.start_tcp(*address)
        else:
            _serve_stdio(server)
    finally:
        server.session.scheduler.stop()
        server.validator.stop()
    return 0


def _serve_stdio(server: Server) -> None:
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    # Whatever prints would break into the protocol.
    sys.stdout = sys.stderr
    server.protocol.set_writer(StdoutWriter(sink))
    try:
        asyncio.run(_talk(server, source))
    except (KeyboardInterrupt, SystemExit, BrokenPipeError):
        pass
    finally:
        server.shutdown()  # type: ignore[no-untyped-call]


async def _talk(server: Server, source: BinaryIO) -> None:
    from threading import Event

    reader = await _reader(source) or StdinAsyncReader(source, server.thread_pool)
    await run_async(Event(), reader, server.protocol, log, server.report_server_error)


async def _reader(source: BinaryIO) -> asyncio.StreamReader | None:
    """A reader on the loop itself where the system can; pygls' own needs three hops between threads a message."""
    if os.name != "posix" or source.isatty():
        return None
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    try:
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), source)
    except (ValueError, OSError):
        return None
    return reader
