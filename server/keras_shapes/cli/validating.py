"""One program validated: its analysis as a request to execution, and the verdicts at the user's places."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .progress import Bar
from .report import FileReport, FixVerdict, Verdict, span, syntax
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
    """The Pythons that were started for this command, so that each starts once. `problem`: none could be chosen."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
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
    return FileReport(target.shown, verdicts=verdicts, syntax=syntax(document))


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
    watch = Watch.from_now(Limits(options.timeout_seconds, options.memory_megabytes), lambda: False)
    bar = Bar(f"Validating {target.shown}")
    try:
        answer = validate_with(runner, asked.program, watch, lambda what, fraction: bar.draw(fraction, what))
    finally:
        bar.clear()
    versions = ", ".join(f"{name} {version}" for name, version in answer.versions.items())
    session.ran_with = f"{answer.interpreter} ({versions})" if versions else str(answer.interpreter)
    return answer


def _verdict(asked: Request, verdict: executed.Verdict, wanted: list[Diagnostic]) -> Verdict:
    where = asked.range_of(verdict.line) if verdict.finding is None else wanted[verdict.finding].range
    fixes = tuple(FixVerdict(fix.title, fix.verdict, fix.error) for fix in verdict.fixes)
    place = span(asked.document, where)
    return Verdict(verdict.code, place, verdict.verdict, verdict.error, verdict.seconds, fixes)
