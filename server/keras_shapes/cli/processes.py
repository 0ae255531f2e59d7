"""Work on several processors at once, results in the order of the work."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from .report import FileReport
from .running import Work
from .targets import Target

_BATCH = 16


@dataclass(frozen=True, slots=True)
class _Batch:
    """Work on several programs in one go: handing over each alone would cost as much as checking it."""

    work: Work

    def __call__(self, given: Sequence[Target]) -> list[FileReport]:
        return [self.work(target) for target in given]


def in_processes(work: Work, given: Sequence[Target], jobs: int) -> Iterator[FileReport]:
    """The reports in the order of the programs; a process that dies takes only the programs along that kill it."""
    if sys.platform == "linux":
        _load_rules()
    # A fork has all modules already; elsewhere it is not safe, or not there.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    size = max(1, min(_BATCH, len(given) // (jobs * 4)))
    batches = [given[start : start + size] for start in range(0, len(given), size)]
    try:
        executor = ProcessPoolExecutor(min(jobs, len(batches)), context, initializer=_leave_interrupts)
    except (OSError, ImportError, NotImplementedError):
        # Without shared memory (some containers) there are no pools; one process does it all, slower.
        yield from map(work, given)
        return
    with executor as pool:
        try:
            with _interrupts_held():
                results = [pool.submit(_Batch(work), batch) for batch in batches]
            for batch, result in zip(batches, results, strict=True):
                yield from _outcome(work, batch, result)
        finally:
            pool.shutdown(cancel_futures=True)


def _outcome(work: Work, batch: Sequence[Target], result: Future[list[FileReport]]) -> Sequence[FileReport]:
    try:
        return result.result()
    except BrokenProcessPool:
        # Whose program it was that ended the process is not known: each one left gets a process of its own.
        return [_alone(work, target) for target in batch]


def _alone(work: Work, target: Target) -> FileReport:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(work, target).result()
        except BrokenProcessPool:
            return FileReport(target.shown, internal="The process that checked it was ended by the system.\n")


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """While processes are forked: one that is interrupted before it has begun would tell of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Control-C ends the command once, and not with a traceback of each process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _load_rules() -> None:
    """What is loaded before the fork is loaded once, and an analysis loads what it meets."""
    from ..analysis import analyse
    from ..source.document import Document

    analyse(
        Document.of_text("", "import keras, numpy, tensorflow\nkeras.layers.Dense, numpy.zeros, tensorflow.zeros\n")
    )
