"""What our analysis says of a program and its twin, and what becomes of the program under each fix."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.diagnostics.diagnostic import Diagnostic
from keras_shapes.execution.interpreters import chosen_versions
from keras_shapes.fixes.recheck import edited
from keras_shapes.source.document import Document
from keras_shapes.source.project import Project

from . import files
from .program import Program
from .running import Job, Outcome, Runner

SPOKEN = ("error", "warning")


@dataclass(slots=True)
class Offer:
    """A fix, and what the program does with it."""

    kind: str
    title: str
    job: Job
    main: bool
    """Whether it is of the finding that stands on the mistake."""
    error: str | None = None


@dataclass(slots=True)
class Verdict:
    """faults: what is wrong with the program as a test, whatever our rules say of it."""

    program: Program
    codes: list[str] = field(default_factory=list)
    found: str = ""
    """The code of the finding on a labelled line; empty where none stands there."""
    elsewhere: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def repaired(self) -> bool:
        return any(o.error is None for o in self.offers)

    @property
    def first(self) -> bool:
        main = [o for o in self.offers if o.main] or self.offers
        return bool(main) and main[0].error is None


def judge(programs: Sequence[Program], runner: Runner) -> list[Verdict]:
    """All that is measured of the programs."""
    verdicts = [read(program) for program in programs]
    jobs = [Job(text, p.files, p.check) for p in programs for text in (p.bug, p.twin)]
    jobs += [offer.job for verdict in verdicts for offer in verdict.offers]
    outcomes = iter(runner.run(jobs))
    for verdict in verdicts:
        verdict.faults += faults(verdict.program, next(outcomes), next(outcomes))
    for verdict in verdicts:
        for offer in verdict.offers:
            offer.error = next(outcomes).error
    return verdicts


def read(program: Program) -> Verdict:
    """What is said of the text alone."""
    verdict = Verdict(program)
    with _surroundings(program) as folder:
        # As in an editor where the environment was chosen that the programs are run in.
        project = Project([folder], versions=lambda _: chosen_versions(sys.executable, folder))
        analysis = analyse(Document.of_text(str(folder / "program.py"), program.bug), project=project)
        spoken = [d for d in analysis.diagnostics if d.severity in SPOKEN]
        hits = sorted((d for d in spoken if _hits(program, d)), key=lambda d: SPOKEN.index(d.severity))
        verdict.codes = [d.code for d in spoken]
        verdict.found = hits[0].code if hits else ""
        verdict.elsewhere = [_line(d) for d in spoken if d not in hits]
        for diagnostic in hits + [d for d in spoken if d not in hits]:
            main = bool(hits) and diagnostic is hits[0]
            verdict.offers += _offers(program, analysis, diagnostic, main)
        twin = analyse(Document.of_text(str(folder / "program.py"), program.twin), project=project)
        verdict.alarms = [_line(d) for d in twin.diagnostics if d.severity in SPOKEN]
    return verdict


def _hits(program: Program, diagnostic: Diagnostic) -> bool:
    lines = range(diagnostic.range.start.line + 1, diagnostic.range.end.line + 2)
    # What runs is no error, whatever stands on the line; of what raises a warning may tell the cause.
    told = diagnostic.severity == "warning" or not program.silent
    return told and any(line in program.labelled for line in lines)


def _offers(program: Program, analysis: Analysis, diagnostic: Diagnostic, main: bool) -> Iterator[Offer]:
    for fix in analysis.fixes(diagnostic):
        text = "\n".join(edited(analysis.document, fix.edits).sources[0].lines)
        yield Offer(fix.kind, fix.title, Job(text, program.files, program.check), main)


def _line(diagnostic: Diagnostic) -> str:
    return f"line {diagnostic.range.start.line + 1} [{diagnostic.code}] {diagnostic.message.splitlines()[0][:160]}"


@contextlib.contextmanager
def _surroundings(program: Program) -> Iterator[Path]:
    """A folder with the program's files."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            exec(program.files, dict(vars(files)))
            yield Path(folder)
        finally:
            os.chdir(before)


def faults(program: Program, bug: Outcome, twin: Outcome) -> list[str]:
    """What real Keras says against the labels."""
    wrong = []
    if twin.error:
        wrong.append(f"the twin raises, line {twin.lines[-1:]}: {twin.error}")
    if program.silent:
        if not program.check:
            wrong.append("a silent mistake needs a check")
        if bug.error is None or bug.lines:
            wrong.append(f"the mistake is not silent, or the check holds for it: {bug.error} {bug.lines}")
    elif bug.error is None:
        wrong.append("nothing is raised")
    elif not any(first <= line <= last for first, last in bug.lines for line in program.raises):
        wrong.append(f"raises elsewhere: {bug.lines}: {bug.error}")
    return wrong
