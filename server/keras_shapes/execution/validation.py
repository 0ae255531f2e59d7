"""Validates a program by running it: the one entry point, from text and findings to verdicts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from .lookalikes import Named
from .run import Run
from .runner import Runner, Watch
from .slice import Slice, SliceError, cut
from .synthesize import Binding
from .verdict import (
    FixVerdict,
    Report,
    Verdict,
    error_at,
    first_hindrance,
    has_run,
    judge,
    judge_fix,
    moved_line,
    not_run,
    surprises,
)

_MOST_FURTHER_ROUNDS = 3

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
    """A program to validate: `path` is what it calls itself, `bindings` what the analysis knows of its arrays.

    `files` are the data files that it names.
    """

    path: Path
    text: str
    expected: tuple[Expected, ...] = ()
    bindings: tuple[Binding, ...] = ()
    files: tuple[Named, ...] = ()

    def is_shared(self, number: int) -> bool:
        """Whether another finding, an error, stands on the line of this one."""
        line = self.expected[number].line
        return any(
            i != number and each.line == line and each.severity == "error" for i, each in enumerate(self.expected)
        )


def validate_with(runner: Runner, program: Program, watch: Watch, progress: Progress) -> Report:
    """Run the program and each of its fixes; always answers, soon after the watch's deadline at latest."""
    start = time.monotonic()
    try:
        sliced = cut(program.text, [each.line for each in program.expected], program.bindings)
    except SliceError as error:
        return Report(_none_run(program, str(error)), runner.interpreter)
    if not any(statement.root for statement in sliced.statements):
        return Report(_none_run(program, "nothing in it builds or feeds a model"), runner.interpreter)
    progress("running the program" if runner.is_warm else "starting Keras", 0.0)
    run = runner.run(sliced, program.path, watch, program.files)
    rounds = [(run, sliced), *_further_rounds(runner, program, watch, run, sliced)]
    tries = _Tries(runner, program, watch, progress, run)
    return Report(
        tuple(_verdicts(program, rounds, tries)),
        runner.interpreter,
        run.versions,
        (*(f"{name}, which nothing calls, was called" for name in sliced.called), *run.notes),
        tuple(run.seen),
        tuple(run.confinement.get("missing", ())),
        round(time.monotonic() - start, 3),
        round(run.seconds, 3),
        tuple(run.fed),
        run.unconfined,
        run.memory,
    )


def _none_run(program: Program, why: str) -> tuple[Verdict, ...]:
    if not program.expected:
        return (Verdict(None, 0, "not-run", why),)
    return not_run([(each.code, each.line, [fix.title for fix in each.fixes]) for each in program.expected], why)


def _further_rounds(
    runner: Runner, program: Program, watch: Watch, run: Run, sliced: Slice
) -> Iterator[tuple[Run, Slice]]:
    """Runs without the statements of functions that raised, for the findings that stand behind them."""
    lines = [each.line for each in program.expected]
    left = [target for target in sliced.targets if target.mark is not None]
    raising: list[int] = []
    for _ in range(_MOST_FURTHER_ROUNDS):
        new = [target.line for target in left if error_at(run, target)]
        left = [target for target in left if not has_run(run, target) and not error_at(run, target)]
        if not new or not left or run.stopped:
            return
        raising += new
        sliced = cut(program.text, lines, program.bindings, raising)
        run = runner.run(sliced, program.path, watch, program.files)
        yield run, sliced


def _verdicts(program: Program, rounds: Sequence[tuple[Run, Slice]], tries: _Tries) -> list[Verdict]:
    run, sliced = rounds[0]
    seconds = round(run.seconds, 3)
    verdicts = []
    for number, expected in enumerate(program.expected):
        shared = program.is_shared(number)
        judged = [judge(*each, number, expected.severity, shared) for each in rounds]
        outcome, error = next((each for each in judged if each[0] != "not-run"), judged[0])
        fixes = tuple(tries.of(fix, number) for fix in expected.fixes)
        verdicts.append(Verdict(expected.code, expected.line, outcome, error, seconds, fixes, number))
    verdicts += [Verdict(None, each.lines[-1] - 1, "found", str(each), seconds) for each in surprises(run, sliced)]
    hindrance = None if verdicts else first_hindrance(run, sliced)
    if hindrance is not None:
        line, why = hindrance
        verdicts.append(Verdict(None, line - 1, "not-run", why, seconds))
    return verdicts


class _Tries:
    """Tries fixes: each edited program is run and compared with the program's own run."""

    def __init__(self, runner: Runner, program: Program, watch: Watch, progress: Progress, run: Run) -> None:
        self._runner, self._program, self._watch = runner, program, watch
        self._progress, self._run = progress, run
        self._rounds = 1 + sum(len(each.fixes) for each in program.expected)
        self._steps = count(1)
        self._seen: dict[str, tuple[Run, Slice]] = {}

    def of(self, fix: Candidate, number: int) -> FixVerdict:
        """The verdict on one fix of finding `number`."""
        self._progress(f"running with: {fix.title}", next(self._steps) / self._rounds)
        try:
            run, sliced = self._ran(fix.text)
        except SliceError as error:
            return FixVerdict(fix.title, "fails", str(error))
        outcome, why = judge_fix(run, sliced, number, self._run, self._program.is_shared(number))
        return FixVerdict(fix.title, outcome, why)

    def _ran(self, text: str) -> tuple[Run, Slice]:
        """The edited program run; once, though it may mend several findings. Raises SliceError."""
        if text not in self._seen:
            before = self._program.text
            lines = [moved_line(before, text, each.line) for each in self._program.expected]
            bindings = [replace(each, line=moved_line(before, text, each.line)) for each in self._program.bindings]
            sliced = cut(text, lines, bindings)
            run = self._runner.run(sliced, self._program.path, self._watch, self._program.files)
            self._seen[text] = run, sliced
        return self._seen[text]
