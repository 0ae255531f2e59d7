"""Runs slices: in forks of one warm child where the system can fork, else each in a fresh child."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .lookalikes import LEVELS_UP, Named, place
from .modules import copy_modules
from .run import Run
from .sandbox import Limits, Quota, remove, scratch_folder
from .session import CancelledError, Child, ChildGoneError, Event, OutOfTimeError, child
from .slice import HEAVY, Slice

_ABORTED = -6  # SIGABRT
_SECONDS_TO_STOP = 0.3


class OutOfSpaceError(Exception):
    """The program has written more than it may."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How long runs may go on: the limits, when time is up (as of `time.monotonic()`), and who may stop them."""

    limits: Limits
    deadline: float
    cancelled: Callable[[], bool]

    @classmethod
    def from_now(cls, limits: Limits, cancelled: Callable[[], bool]) -> Watch:
        return cls(limits, time.monotonic() + limits.seconds, cancelled)

    def check(self) -> None:
        """Raise OutOfTimeError or CancelledError when it is over."""
        if self.cancelled():
            raise CancelledError
        if time.monotonic() >= self.deadline:
            raise OutOfTimeError


class Runner:
    """Owns a temporary folder and at most one child of an interpreter; a context manager that leaves neither behind.

    Without `forks` every run gets a process of its own, as it does where the system cannot fork.
    """

    def __init__(self, interpreter: str, forks: bool = True) -> None:
        self._may_fork = forks
        self.interpreter = interpreter
        self._own = ExitStack()
        self._alive = ExitStack()
        self.folder: Path | None = None  # while the runner is open
        self.memory = 0  # what the warm child has of its own, in bytes
        self._child: Child | None = None
        self._forks = False
        self._imported: set[str] = set()
        self._numbers = count()

    def __enter__(self) -> Runner:  # noqa: PYI034  # Self is not in Python 3.10's typing
        self.folder = self._own.enter_context(scratch_folder())
        return self

    def __exit__(self, *_: object) -> None:
        self._end_child()
        self._own.close()

    @property
    def is_warm(self) -> bool:
        return self._child is not None

    @property
    def process(self) -> int | None:
        """The warm child's id."""
        return None if self._child is None else self._child.process_id

    def run(self, sliced: Slice, path: Path, watch: Watch, files: Sequence[Named] = ()) -> Run:
        """Run one slice of the program called `path`, with look-alikes of `files`.

        What goes wrong on the way is in the result's `stopped`.
        """
        run, number = Run(), next(self._numbers)
        assert self.folder is not None
        start = time.monotonic()
        try:
            watch.check()
            job = self._job(sliced, path, watch.limits, number)
            heavy = copy_modules(sliced.text, path, Path(job["modules"][0]))
            job["imports"] = [name for name in HEAVY if name in heavy or name in sliced.imports]
            running = self._warm(job["imports"], watch)
            start = time.monotonic()
            made = place(files, Path(job["here"]))
            run.notes += [f"files made up: {', '.join(sorted(made))}"] if made else []
            self._follow(running, run, job, watch)
        except OutOfTimeError:
            where = f" at line {run.line}" if run.line else ""
            run.stopped = f"the time limit of {watch.limits.seconds:g} s was reached{where}"
        except CancelledError:
            run.stopped = "cancelled"
        except OutOfSpaceError:
            run.stopped = f"the limit of {watch.limits.disk_megabytes} MB of files was reached at line {run.line}"
        except ChildGoneError as gone:
            run.stopped = _words("the Python process ended", str(gone))
        except OSError as error:
            run.stopped = f"{self.interpreter} could not be started: {error}"
        if not run.ended and not self._stopped(run):
            self._end_child()
        for left in self.folder.glob(f"*-{number}"):
            remove(left)
        run.seconds = time.monotonic() - start
        return run

    def _warm(self, imports: Sequence[str], watch: Watch) -> Child:
        new = set(imports) - self._imported
        if self._child is not None and not (self._forks and new):
            return self._child
        assert self.folder is not None
        started = self._child or self._alive.enter_context(child(self.interpreter, self.folder))
        self._child = started
        self._imported |= new
        started.send({"do": "warm", "imports": sorted(new), "zygote": self._may_fork})
        event = started.receive(watch.deadline, watch.cancelled)
        while event["event"] != "ready":
            event = started.receive(watch.deadline, watch.cancelled)
        self._forks, self.memory = bool(event["forks"]), event["memory"]
        return started

    def _job(self, sliced: Slice, path: Path, limits: Limits, number: int) -> dict[str, Any]:
        return {
            "do": "run",
            "run": number,
            "path": str(path),
            "text": sliced.text,
            "statements": [{**asdict(each), "made_up": dict(each.made_up)} for each in sliced.statements],
            "names": sliced.names,
            "classes": sliced.classes,
            "few_samples": sliced.few_samples,
            "limits": limits.for_child(),
            "unconfined": limits.unconfined,
            "folder": f"{self.folder}/run-{number}",
            "here": "/".join([f"{self.folder}/run-{number}", *["up"] * LEVELS_UP]),
            "modules": [f"{self.folder}/modules-{number}"],
        }

    def _follow(self, running: Child, run: Run, job: dict[str, Any], watch: Watch) -> None:
        running.send(job)
        quota = Quota(Path(job["folder"]), watch.limits.disk_megabytes)

        def cancelled() -> bool:
            if quota.exceeded:
                raise OutOfSpaceError
            return watch.cancelled()

        while not run.ended:
            event = self._next(running, job, Watch(watch.limits, watch.deadline, cancelled))
            if event.get("run") == job["run"]:
                run.take(event)
        if run.status == _ABORTED and "bad_alloc" in running.last_words():
            run.stopped = "the memory limit was reached"
        if not self._forks:
            self._end_child()

    def _next(self, running: Child, job: dict[str, Any], watch: Watch) -> Event:
        """The next event; the end of a child that does one run only is one of them."""
        try:
            return running.receive(watch.deadline, watch.cancelled)
        except ChildGoneError:
            status = None if self._forks else running.exit_status()
            if status is None:
                raise
            return MappingProxyType({"event": "ended", "run": job["run"], "status": status})

    def _stopped(self, run: Run) -> bool:
        """Have the warm child end the run's process; False when it does not answer, or is gone."""
        if not self._forks or self._child is None or not run.started:
            return False
        last = Run()
        try:
            self._child.send({"do": "stop"})
            while not last.ended:
                last.take(self._child.receive(time.monotonic() + _SECONDS_TO_STOP, lambda: False))
        except (OutOfTimeError, ChildGoneError):
            return False
        return True

    def _end_child(self) -> None:
        self._alive.close()
        self._child = None
        self._imported = set()


def _words(what: str, last: str) -> str:
    told = last.splitlines()[-1] if last else ""
    return f"{what}: {told}" if told else what
