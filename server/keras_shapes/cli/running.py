"""One piece of work done on every program: in processes where that pays, with what goes wrong told and passed over."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..source.reading import Unreadable
from .main import INTERNAL, USAGE
from .mistakes import collected
from .progress import counted
from .report import FileReport, Report, shown_at
from .targets import Target

Work = Callable[[Target], FileReport]

# Fewer programs than this take a second, of which more processes save a quarter and cost as much in work.
_WORTH_PROCESSES = 128


@dataclass(frozen=True, slots=True)
class _Guarded:
    """Work that never raises: what went wrong is in the report."""

    work: Work

    def __call__(self, target: Target) -> FileReport:
        try:
            with collected() as mistakes:
                report = self.work(target)
            return replace(report, internal="".join((report.internal, *mistakes))) if mistakes else report
        except Unreadable as problem:
            return FileReport(target.shown, unreadable=str(problem))
        except Exception:
            import traceback

            return FileReport(target.shown, internal=traceback.format_exc())


def over(given: Sequence[Target], work: Work, title: str, jobs: int = 0) -> Report:
    """The reports in the order of the programs. jobs: 0 for as many processes as it is worth."""
    # Trees are big and soon gone: looking for cycles among them as often as Python does costs a fifth of the time.
    gc.set_threshold(500_000, 20, 100)
    files = tuple(counted(_each(given, _Guarded(work), jobs), len(given), title))
    for file in files:
        _complain(file)
    return Report(files)


def _each(given: Sequence[Target], work: Work, jobs: int) -> Iterator[FileReport]:
    jobs = jobs or (os.cpu_count() or 1 if len(given) >= _WORTH_PROCESSES else 1)
    if min(jobs, len(given)) <= 1:
        return map(work, given)
    from .processes import in_processes

    return in_processes(work, given, jobs)


def _complain(file: FileReport) -> None:
    """What could not be looked at, wholly or in part, on standard error: it is no finding."""
    if file.unreadable:
        print(f"{file.path}: {file.unreadable}", file=sys.stderr)
    for problem in file.syntax:
        where = shown_at(file.path, problem.span)
        print(f"{where}: cannot be parsed and was left out: {problem.message}", file=sys.stderr)
    if file.internal:
        print(f"{file.path}: an internal error of keras-shapes; please report it\n{file.internal}", file=sys.stderr)


def trouble(report: Report) -> int:
    """The exit status that files which could not be looked at bring; 0 where there are none."""
    if any(file.internal for file in report.files):
        return INTERNAL
    return USAGE if any(file.unreadable for file in report.files) else 0
