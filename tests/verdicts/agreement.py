"""What validation says of the programs of `tests/bugs`, and what the whole programs do when they are really run."""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.analysis import analyse
from keras_shapes.execution.request import Request, request
from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.validation import validate_with
from keras_shapes.execution.verdict import Report
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project
from tests.bugs import files
from tests.bugs.program import Program
from tests.bugs.running import Job, Outcome
from tests.bugs.running import Runner as Whole

LIMITS = Limits(seconds=120.0, unconfined=True)


@dataclass(frozen=True, slots=True)
class Case:
    """A program or its twin as the editor would have it validated: `asked` was made where its files are."""

    name: str
    asked: Request
    job: Job
    fixed: tuple[Job, ...]


@dataclass(slots=True)
class Judged:
    """A case after both: `wrong` are disagreements, `unrun` why there was no verdict. Each fix counts as well."""

    case: Case
    report: Report
    verdicts: int = 0
    wrong: list[str] = field(default_factory=list)
    unrun: list[str] = field(default_factory=list)


def cases(program: Program, parent: Path) -> list[Case]:
    """The program and its twin, each with the fixes of its findings; their files go into a folder below `parent`."""
    folder = _folder(program.files, parent)
    return [_case(program, name, text, folder) for name, text in (("bug", program.bug), ("twin", program.twin))]


def _case(program: Program, kind: str, text: str, folder: Path) -> Case:
    analysis = analyse(Document.of_text(str(folder / "program.py"), text), project=Project([folder]))
    errors = [each for each in analysis.diagnostics if each.severity == "error"]
    asked = request(analysis, folder / "program.py", errors)
    texts = [candidate.text for expected in asked.program.expected for candidate in expected.fixes]
    # With its check a run is the one that `make bugs` remembers.
    job, *fixed = [Job(each, program.files, program.check) for each in (text, *texts)]
    return Case(f"{program.name}.{kind}", asked, job, tuple(fixed))


def _folder(made: str, parent: Path) -> Path:
    """A folder with a program's files, where the program is; its run may not read them."""
    before, folder = Path.cwd(), Path(tempfile.mkdtemp(dir=parent)).resolve()
    os.chdir(folder)
    try:
        exec(made, dict(vars(files)))
    finally:
        os.chdir(before)
    return folder


def judge(asked: Sequence[Case], whole: Whole, processes: int = 2) -> list[Judged]:
    """Validates each case without its files, and runs the whole program with them."""
    outcomes = iter(whole.run([job for case in asked for job in (case.job, *case.fixed)]))
    told = _validated(asked, processes)
    judged = []
    for case, report in zip(asked, told, strict=True):
        each = Judged(case, report)
        truth = next(outcomes)
        _compare_program(each, truth)
        _compare_fixes(each, truth, [next(outcomes) for _ in case.fixed])
        judged.append(each)
    return judged


def _validated(asked: Sequence[Case], processes: int) -> list[Report]:
    with contextlib.ExitStack() as stack:
        idle: queue.Queue[Runner] = queue.Queue()
        for _ in range(processes):
            idle.put(stack.enter_context(Runner(sys.executable)))

        def validated(case: Case) -> Report:
            runner = idle.get()
            try:
                watch = Watch.from_now(LIMITS, lambda: False)
                return validate_with(runner, case.asked.program, watch, lambda _what, _share: None)
            finally:
                idle.put(runner)

        with ThreadPoolExecutor(processes) as threads:
            return list(threads.map(validated, asked))


def _compare_program(judged: Judged, truth: Outcome) -> None:
    """The first exception of the whole program is a verdict of ours, on one of its lines; and there is none besides.

    What stands behind the first exception the whole program never reaches: of that it can say nothing.
    """
    report = judged.report
    raising = [v for v in report.verdicts if v.verdict in ("confirmed", "found")]
    unrun = [v for v in report.verdicts if v.verdict == "not-run"]
    reached = not truth.lines
    at_truth = [v for v in raising if any(first <= v.line + 1 <= last for first, last in truth.lines)]
    if unrun and not at_truth:
        judged.unrun += [f"line {v.line + 1}: {v.error}" for v in unrun]
        return
    judged.verdicts += 1
    if reached and raising:
        judged.wrong.append(f"runs, but line {raising[0].line + 1} {raising[0].verdict}: {raising[0].error}")
    elif not reached and not at_truth:
        said = [f"line {v.line + 1} {v.verdict}: {v.error}" for v in report.verdicts]
        judged.wrong.append(f"raises at {truth.lines}: {truth.error}; we say {said}")


def _compare_fixes(judged: Judged, before: Outcome, truths: Sequence[Outcome]) -> None:
    # A fix after which only the check does not hold still runs.
    verdicts = [verdict for verdict in judged.report.verdicts if verdict.finding is not None]
    tried = [(fix, verdict) for verdict in verdicts for fix in verdict.fixes]
    for (fix, verdict), truth in zip(tried, truths, strict=True):
        if fix.verdict == "not-run":
            judged.unrun.append(f"fix {fix.title}: {fix.error}")
            continue
        # Another mistake, in front of the one that is mended: the whole program still ends there.
        if truth.error == before.error and all(last <= verdict.line for _, last in truth.lines):
            continue
        judged.verdicts += 1
        if (fix.verdict == "works") != (not truth.lines):
            judged.wrong.append(f"fix {fix.title}: {fix.verdict} ({fix.error}), really: {truth.error}")
