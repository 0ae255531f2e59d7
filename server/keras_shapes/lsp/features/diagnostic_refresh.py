"""`workspace/diagnostic/refresh` and its like: an edit in one cell or file that changes what others show."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ..reconfigure import refresh

if TYPE_CHECKING:
    from ..language_server import Server
    from ..program import Program

# How long others may go on showing what an edit in one of them has changed.
_DELAY = 0.1


def register(server: Server) -> None:
    """The client asks for the cell or file that changed; of the others only we know."""
    waiting: dict[str, asyncio.TimerHandle] = {}

    def later(program: Program) -> None:
        if (len(program.newest.parts) > 1 or program.passive) and program.uri not in waiting:
            program.passive = False
            waiting[program.uri] = asyncio.get_running_loop().call_later(_DELAY, now, program)

    def now(program: Program) -> None:
        waiting.pop(program.uri, None)
        if not program.closed and server.reports.changed(program):
            refresh(server)

    server.after_analysis.append(later)
