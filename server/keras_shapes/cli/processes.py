"""Work on several processors at once, results in the order of the work."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from .report import FileReport
from .running import Work
from .targets import Target


def in_processes(work: Work, given: Sequence[Target], jobs: int) -> Iterator[FileReport]:
    """One file at a time each, for files differ much in cost; a process that dies takes only its own files along."""
    # A fork has all modules already; elsewhere it is not safe, or not there.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    if sys.platform == "linux":
        _load_rules()
    with ProcessPoolExecutor(min(jobs, len(given)), context, initializer=_leave_interrupts) as pool:
        try:
            results = [pool.submit(work, target) for target in given]
            for target, result in zip(given, results, strict=True):
                yield _outcome(work, target, result)
        finally:
            pool.shutdown(cancel_futures=True)


def _outcome(work: Work, target: Target, result: Future[FileReport]) -> FileReport:
    try:
        return result.result()
    except BrokenProcessPool:
        pass
    # Whose file it was that ended the process is not known: each one left gets a process of its own.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(work, target).result()
        except BrokenProcessPool:
            return FileReport(target.shown, internal="The process that checked it was ended by the system.\n")


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
