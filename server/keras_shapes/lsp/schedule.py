"""Who works when: one analysis at a time on one thread, always of the newest text.

astroid keeps global state, so there is one thread; the loop that talks to the client never waits for it. A program
that changes while it is analysed is analysed again, and whoever waits gets the newest.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from .program import Analysed, Program, Snapshot

log = logging.getLogger("keras_shapes")
T = TypeVar("T")

# Deeply nested code recurses deeply, and threads get half a megabyte on some systems.
_STACK = 64 * 1024 * 1024
# The collector's one long round is done when the first diagnostics have been read, in seconds.
_SETTLE_AFTER = 2.0
# When keys follow one another faster than this, a client that is pushed to can wait for a pause of `_PAUSE`.
_TYPING, _PAUSE = 0.2, 0.05


class Scheduler:
    """Analyses programs on the worker thread and tells `on_analysed` on the loop."""

    def __init__(
        self,
        on_analysed: Callable[[Program], None],
        analyse: Callable[[Snapshot, Analysed | None], Analysed],
        *,
        debounce: Callable[[], bool],
    ) -> None:
        self._on_analysed = on_analysed
        self._analyse = analyse
        self._debounce = debounce
        self._worker = ThreadPoolExecutor(1, "analysis")
        self._warm = False

    def start(self) -> None:
        """Starts the thread, and the imports of the analysis in it."""
        before = threading.stack_size(_STACK)
        self._worker.submit(_warm_up)
        threading.stack_size(before)

    def stop(self) -> None:
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def run(self, work: Callable[[], T]) -> T:
        """Does `work` on the analysis thread: whatever touches trees."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def changed(self, program: Program, snapshot: Snapshot) -> None:
        """Takes a newer text of a program."""
        loop = asyncio.get_running_loop()
        busy = loop.time() - program.changed_at < _TYPING
        program.changed_at = loop.time()
        program.newest = snapshot
        if program.queued:
            return
        if program.timer is not None:
            program.timer.cancel()
            program.timer = None
        if busy and self._debounce():
            program.timer = loop.call_later(_PAUSE, self._submit, program)
        else:
            self._submit(program)

    async def current(self, program: Program) -> Analysed | None:
        """The analysis of the newest text; after an internal error the last one that came out well."""
        while program.finished < program.newest.generation and not program.closed:
            if program.timer is not None:
                self._submit(program)
            waiter = asyncio.get_running_loop().create_future()
            program.waiters.append(waiter)
            await waiter
        return program.analysed

    def forget(self, program: Program) -> None:
        """Nobody will ask for it again; who waits is let go."""
        program.closed = True
        if program.timer is not None:
            program.timer.cancel()
        self._wake(program)

    def _submit(self, program: Program) -> None:
        if program.timer is not None:
            program.timer.cancel()
            program.timer = None
        program.queued = True
        loop = asyncio.get_running_loop()
        self._worker.submit(self._work, program, loop)

    def _work(self, program: Program, loop: asyncio.AbstractEventLoop) -> None:
        # From here on a change asks for another analysis: the text is taken now.
        program.queued = False
        snapshot, result = program.newest, program.analysed
        if program.closed or program.finished >= snapshot.generation:
            return
        try:
            result = self._analyse(snapshot, program.analysed)
        except Exception:
            log.exception("Internal error in the analysis of %s; its last analysis is kept", snapshot.name)
        loop.call_soon_threadsafe(self._finish, program, snapshot.generation, result)

    def _finish(self, program: Program, generation: int, result: Analysed | None) -> None:
        program.finished = max(program.finished, generation)
        program.analysed = result
        self._wake(program)
        if generation == program.newest.generation and not program.closed:
            self._on_analysed(program)
        if not self._warm:
            self._warm = True
            asyncio.get_running_loop().call_later(_SETTLE_AFTER, settle_memory)

    @staticmethod
    def _wake(program: Program) -> None:
        waiters, program.waiters = program.waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)


def _warm_up() -> None:
    from .. import analysis  # noqa: F401
    from ..source import tree  # noqa: F401


def settle_memory() -> None:
    """Takes what is there to stay out of the collector's rounds."""
    gc.collect()
    gc.freeze()
