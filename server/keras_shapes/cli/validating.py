"""One program validated: its analysis as a request to execution, and the verdicts at the user's places."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .main import FINE, USAGE
from .progress import Bar
from .report import FileReport, FixVerdict, Ran, Verdict, span, syntax
from .summary import plural
from .targets import Target

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic
    from ..execution import verdict as executed
    from ..execution.request import Request
    from ..execution.runner import Runner
    from ..settings import Settings
    from ..source.document import Document, Range


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the user's, from 0, in a notebook with its cell."""

    cell: int | None
    line: int

    def within(self, document: Document, where: Range) -> bool:
        return document.sources[where.source].cell == self.cell and where.start.line <= self.line <= where.end.line


class Session:
    """The Pythons that were started for this command, so that each starts once. `problem`: none could be chosen.

    `unconfined`: whether to run also where the system cannot confine it wholly; who sits at a terminal is asked.
    """

    def __init__(self, stack: ExitStack, unconfined: bool = False) -> None:
        self._stack = stack
        self._asked = False
        self.unconfined = unconfined
        self.missing: tuple[str, ...] = ()
        self.refuted = 0  # findings that a check leaves out
        self._runners: dict[str, Runner] = {}
        self.problem = ""
        self.ran_with = ""

    def runner(self, settings: Settings, workspace: Path) -> Runner | None:
        from ..execution.interpreters import NoInterpreterError, find_interpreter
        from ..execution.runner import Runner

        try:
            interpreter = find_interpreter(settings.interpreter or None, workspace)
        except NoInterpreterError as problem:
            self.problem = str(problem)
            return None
        if interpreter.path not in self._runners:
            self._runners[interpreter.path] = self._stack.enter_context(Runner(interpreter.path))
        return self._runners[interpreter.path]

    def allow(self, name: str) -> bool:
        """Ask, once, whether to run what cannot be confined."""
        if not self._asked and sys.stdin.isatty() and sys.stderr.isatty():
            print(f"{name}: this system cannot confine a run wholly ({'; '.join(self.missing)}).", file=sys.stderr)
            print("Run the programs all the same, with your rights? [y/N] ", end="", file=sys.stderr, flush=True)
            self.unconfined = sys.stdin.readline().strip().lower() in {"y", "yes"}
        self._asked = True
        return self.unconfined

    def tell(self) -> int:
        """Say on standard error what everyone should know of how it was run. Returns the exit status of a problem."""
        if self.missing:
            how = "" if self.unconfined else "; nothing was run: --unconfined runs it all the same"
            print(f"keras-shapes: not confined wholly: {'; '.join(self.missing)}{how}", file=sys.stderr)
        if self.refuted:
            print(f"keras-shapes: {plural(self.refuted, 'finding')} left out: real Keras refutes it", file=sys.stderr)
        if self.problem:
            print(f"keras-shapes: {self.problem}", file=sys.stderr)
        return USAGE if self.problem else FINE


def validated(target: Target, session: Session, only: Line | None) -> FileReport:
    """Raises Unreadable."""
    from ..execution.request import request

    document = target.document(target.text().text)
    analysis = target.analysis(document)
    wanted = [each for each in analysis.diagnostics if only is None or only.within(document, each.range)]
    asked = request(analysis, target.path.absolute(), wanted)
    answer = _answer(asked, target, session)
    verdicts = tuple(
        _verdict(asked, verdict, wanted)
        for verdict in answer.verdicts
        if only is None or verdict.finding is not None or only.within(document, asked.range_of(verdict.line))
    )
    lines = {source.cell: source.lines for source in document.sources} if verdicts else {}
    ran = Ran(answer.interpreter, dict(answer.versions), answer.notes, answer.unconfined, answer.seconds)
    return FileReport(target.shown, verdicts=verdicts, lines=lines, syntax=syntax(document), ran=ran)


def _answer(asked: Request, target: Target, session: Session) -> executed.Report:
    from ..execution.runner import Watch
    from ..execution.sandbox import Limits
    from ..execution.validation import validate_with
    from ..execution.verdict import Report, not_run

    runner = session.runner(target.settings, Path.cwd())
    if runner is None:
        expected = [(each.code, each.line, [fix.title for fix in each.fixes]) for each in asked.program.expected]
        return Report(not_run(expected, session.problem))
    options = target.settings.validation

    def answered() -> Report:
        limits = Limits(options.timeout_seconds, options.memory_megabytes, unconfined=session.unconfined)
        watch = Watch.from_now(limits, lambda: False)
        # There may be no news for as long as TensorFlow takes to be imported.
        bar = Bar(f"Validating {target.shown}", patience=0.0)
        try:
            return validate_with(runner, asked.program, watch, lambda what, fraction: bar.draw(fraction, what))
        finally:
            bar.clear()

    answer = answered()
    session.missing = answer.unconfined or session.missing
    if answer.kept_back and session.allow(target.shown):
        answer = answered()
    versions = ", ".join(f"{name} {version}" for name, version in answer.versions.items())
    session.ran_with = f"{answer.interpreter} ({versions})" if versions else str(answer.interpreter)
    return answer


def _verdict(asked: Request, verdict: executed.Verdict, wanted: list[Diagnostic]) -> Verdict:
    where = asked.range_of(verdict.line) if verdict.finding is None else wanted[verdict.finding].range
    fixes = tuple(FixVerdict(fix.title, fix.verdict, fix.error) for fix in verdict.fixes)
    place = span(asked.document, where)
    return Verdict(verdict.code, place, verdict.verdict, verdict.error, verdict.seconds, fixes)
