"""Runs validations, one after another, beside the analyses; the Python that was started for one serves the next."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..execution.request import Request
    from ..execution.runner import Runner
    from ..execution.verdict import Report
    from ..settings import Settings
    from .program import Analysed
    from .progress import Progress
    from .schedule import Scheduler
    from .verdicts import Verdicts

# TensorFlow, imported and waiting, holds half a gigabyte.
_IDLE_SECONDS = 300.0


class Validator:
    """Owns the thread that validations run on, and the child process of the interpreter last used."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._thread = ThreadPoolExecutor(1, "validation")
        self._runner: Runner | None = None
        self._idle: asyncio.TimerHandle | None = None

    def interpreter(self, analysed: Analysed, workspace: Path) -> str:
        """The Python that a validation would start; empty where there is none."""
        from ..execution.interpreters import NoInterpreterError, find_interpreter

        try:
            return find_interpreter(analysed.snapshot.settings.interpreter or None, workspace).path
        except NoInterpreterError:
            return ""

    async def validate(
        self, analysed: Analysed, path: Path, workspace: Path, bar: Progress, unconfined: bool = False
    ) -> Verdicts:
        """Runs the program and each fix of its diagnostics; always answers.

        unconfined: also where the system offers less confinement than it should.
        """
        from ..execution.request import request
        from .verdicts import Verdicts

        analysis, settings = analysed.analysis, analysed.snapshot.settings
        # Fixes are made by analysing again, which only the analysis thread may.
        asked = await self._scheduler.run(lambda: request(analysis, path, analysis.diagnostics))
        loop, gone = asyncio.get_running_loop(), threading.Event()
        if self._idle is not None:
            self._idle.cancel()
        try:
            work = partial(self._run, asked, settings, workspace, bar, gone, unconfined)
            report = await loop.run_in_executor(self._thread, work)
        finally:
            # Who asked may have taken the question back.
            gone.set()
            self._idle = loop.call_later(_IDLE_SECONDS, self._thread.submit, self._end)
        return Verdicts(analysed, asked, report)

    def stop(self) -> None:
        """Ends the child, too."""
        self._thread.submit(self._end)
        self._thread.shutdown(wait=True)

    def _run(
        self,
        asked: Request,
        settings: Settings,
        workspace: Path,
        bar: Progress,
        gone: threading.Event,
        unconfined: bool,
    ) -> Report:
        from ..execution.interpreters import NoInterpreterError, find_interpreter
        from ..execution.runner import Watch
        from ..execution.sandbox import Limits
        from ..execution.validation import validate_with
        from ..execution.verdict import Report, Verdict, not_run

        try:
            interpreter = find_interpreter(settings.interpreter or None, workspace)
        except NoInterpreterError as problem:
            expected = [(each.code, each.line, [fix.title for fix in each.fixes]) for each in asked.program.expected]
            return Report(not_run(expected, str(problem)) or (Verdict(None, 0, "not-run", str(problem)),))
        options = settings.validation
        limits = Limits(options.timeout_seconds, options.memory_megabytes, unconfined=unconfined)
        watch = Watch.from_now(limits, lambda: gone.is_set() or bar.cancelled)
        return validate_with(self._started(interpreter.path), asked.program, watch, bar.report)

    def _started(self, interpreter: str) -> Runner:
        from ..execution.runner import Runner

        if self._runner is None or self._runner.interpreter != interpreter:
            self._end()
            self._runner = Runner(interpreter).__enter__()
        return self._runner

    def _end(self) -> None:
        runner, self._runner = self._runner, None
        if runner is not None:
            runner.__exit__(None, None, None)
