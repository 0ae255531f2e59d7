"""Validates a program by running it: the one entry point, from text and findings to verdicts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from keras_shapes.execution.interpreters import NoInterpreterError, find_interpreter
from keras_shapes.execution.run import Run
from keras_shapes.execution.sandbox import Limits, scratch_folder
from keras_shapes.execution.session import CancelledError, Child, ChildGoneError, Event, OutOfTimeError, child
from keras_shapes.execution.slice import Slice, SliceError, cut
from keras_shapes.execution.synthesize import Binding
from keras_shapes.execution.verdict import (
    FixVerdict,
    Report,
    Verdict,
    judge,
    judge_fix,
    moved_line,
    not_run,
    surprises,
)

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fix: its title and the whole program after its edits."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding of the static analysis at a line (from 0), and its fixes."""

    code: str
    line: int
    severity: str = "error"
    fixes: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A program to validate: `path` is what it calls itself, `bindings` what the analysis knows of its arrays."""

    path: Path
    text: str
    expected: tuple[Expected, ...] = ()
    bindings: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditions:
    """How to validate; without an `interpreter` one is chosen. `progress` gets what is done and its fraction."""

    workspace: Path
    interpreter: str | None = None
    limits: Limits = field(default_factory=Limits)
    progress: Progress = lambda _message, _fraction: None
    cancelled: Callable[[], bool] = lambda: False


def validate(program: Program, conditions: Conditions) -> Report:
    """Run the program and each of its fixes in a child process; always answers, soon after the time limit at latest."""
    start = time.monotonic()
    try:
        interpreter = find_interpreter(conditions.interpreter, conditions.workspace)
        sliced = cut(program.text, [each.line for each in program.expected], program.bindings)
    except (NoInterpreterError, SliceError) as error:
        return Report(_none_run(program, str(error)))
    with scratch_folder() as folder:
        runner = _Runner(interpreter.path, folder, conditions, program.path, start + conditions.limits.seconds)
        with closing(runner):
            report = _verdicts(program, sliced, runner)
    return replace(report, interpreter=interpreter.path, seconds=time.monotonic() - start)


def _none_run(program: Program, why: str) -> tuple[Verdict, ...]:
    return not_run([(each.code, each.line, [fix.title for fix in each.fixes]) for each in program.expected], why)


def _verdicts(program: Program, sliced: Slice, runner: _Runner) -> Report:
    rounds = 1 + sum(len(each.fixes) for each in program.expected)
    steps = count(1)
    run = runner.run(sliced, "the program", 0.0)
    seconds = round(run.seconds, 3)
    verdicts = []
    for number, expected in enumerate(program.expected):
        outcome, error = judge(run, sliced, number, expected.severity)
        fixes = tuple(_try(fix, program, number, (run, sliced), runner, next(steps) / rounds) for fix in expected.fixes)
        verdicts.append(Verdict(expected.code, expected.line, outcome, error, seconds, fixes, number))
    verdicts += [Verdict(None, each.lines[-1] - 1, "found", str(each), seconds) for each in surprises(run, sliced)]
    if not verdicts and run.stopped:
        verdicts.append(Verdict(None, (run.line or 1) - 1, "not-run", run.stopped, seconds))
    missing = tuple(run.confinement.get("missing", ()))
    return Report(tuple(verdicts), None, run.versions, tuple(run.notes), tuple(run.seen), missing)


def _try(
    fix: Candidate, program: Program, number: int, original: tuple[Run, Slice], runner: _Runner, fraction: float
) -> FixVerdict:
    lines = [moved_line(program.text, fix.text, each.line) for each in program.expected]
    bindings = [replace(each, line=moved_line(program.text, fix.text, each.line)) for each in program.bindings]
    try:
        sliced = cut(fix.text, lines, bindings)
    except SliceError as error:
        return FixVerdict(fix.title, "fails", str(error))
    run = runner.run(sliced, fix.title, fraction)
    outcome, why = judge_fix(run, sliced, number, *original)
    return FixVerdict(fix.title, outcome, why)


class _Runner:
    """Runs slices: all in forks of one warm child where the system can fork, else each in a fresh child."""

    def __init__(self, interpreter: str, folder: Path, conditions: Conditions, path: Path, deadline: float) -> None:
        self._interpreter = interpreter
        self._folder = folder
        self._conditions = conditions
        self._path = path
        self._deadline = deadline
        self._numbers = count()
        self._child: Child | None = None
        self._open: Any = None
        self._forks = False
        self._over: str | None = None  # why nothing more can be run

    def run(self, sliced: Slice, title: str, fraction: float) -> Run:
        """Run one slice. What goes wrong on the way is in the result's `stopped`."""
        run = Run()
        start = time.monotonic()
        with self._told(run):
            if self._over is None:
                self._conditions.progress("starting Keras" if self._child is None else f"running {title}", fraction)
                running = self._warm(sliced)
                self._conditions.progress(f"running {title}", fraction)
                start = time.monotonic()
                running.send(self._job(sliced))
                self._follow(running, run)
        run.seconds = time.monotonic() - start
        if self._over is not None and run.stopped is None and not run.finished:
            run.stopped = self._over
        return run

    @contextmanager
    def _told(self, run: Run) -> Iterator[None]:
        limits = self._conditions.limits
        where = ""
        try:
            yield
        except OutOfTimeError:
            where = f" at line {run.line}" if run.line else " while Keras was imported"
            self._over = f"the time limit of {limits.seconds:g} s was reached{where}"
        except CancelledError:
            self._over = "cancelled"
        except ChildGoneError as gone:
            run.stopped = _words("the Python process ended", str(gone))
        except OSError as error:
            self._over = f"{self._interpreter} could not be started: {error}"
        else:
            return
        self.close()

    def _warm(self, sliced: Slice) -> Child:
        if self._child is not None:
            return self._child
        self._open = child(self._interpreter, self._folder, self._deadline, self._conditions.cancelled)
        started: Child = self._open.__enter__()
        self._child = started
        started.send({"do": "warm", "imports": sliced.imports, "zygote": True})
        self._forks = bool(_until(started, "ready")["forks"])
        return started

    def _job(self, sliced: Slice) -> dict[str, Any]:
        number = next(self._numbers)
        statements = [{**asdict(each), "made_up": dict(each.made_up)} for each in sliced.statements]
        return {
            "do": "run",
            "run": number,
            "path": str(self._path),
            "text": sliced.text,
            "statements": statements,
            "imports": sliced.imports,
            "limits": self._conditions.limits.for_child(),
            "folder": str(self._folder / f"run-{number}"),
            "modules": [],
        }

    def _follow(self, running: Child, run: Run) -> None:
        while True:
            event = running.receive()
            run.take(event)
            if event["event"] == "ended":
                run.end(event["status"])
                if run.stopped and "signal 6" in run.stopped and "bad_alloc" in running.last_words():
                    run.stopped = "the memory limit was reached"
                break
        if not self._forks:
            self.close()

    def close(self) -> None:
        if self._open is not None:
            self._open.__exit__(None, None, None)
        self._child = self._open = None


def _until(running: Child, name: str) -> Event:
    event = running.receive()
    while event["event"] != name:
        event = running.receive()
    return event


def _words(what: str, last: str) -> str:
    told = last.splitlines()[-1] if last else ""
    return f"{what}: {told}" if told else what
