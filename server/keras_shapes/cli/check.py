"""`keras-shapes check`: findings of files, folders, notebooks and standard input."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from functools import partial

from . import configuration, formats, targets
from .checking import Mending, check
from .configuration import Configuration
from .main import FINDINGS, FINE
from .output import tell
from .report import Report
from .running import over, trouble
from .summary import statistics


def add_arguments(parser: argparse.ArgumentParser) -> None:
    targets.add_arguments(parser)
    configuration.add_arguments(parser)
    add = parser.add_argument
    add("--output-format", choices=formats.names(), default="full", help="how to tell (default: full)")
    add("--select", metavar="CODES", action="append", help="report only these rules, separated by commas")
    add("--ignore", metavar="CODES", action="append", help="never report these rules")
    add("--fix", action="store_true", help="apply the safe fixes")
    add(
        "--unsafe-fixes",
        action="store_true",
        help="apply the likeliest fixes, also where they change what a program does",
    )
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add("--add-ignores", action="store_true", help="add an ignore comment for each finding")
    add("--jobs", metavar="N", type=_natural, default=0, help="how many processes (default: as many as it is worth)")
    add("--statistics", action="store_true", help="tell only how often each rule spoke")
    add("--exit-zero", action="store_true", help="end with status 0 though something was found")
    add("--error-on-warning", action="store_true", help="end with status 1 for warnings too")
    add("--validate", action="store_true", help="also run the models, and tell only what real Keras does not refute")
    add("--python", metavar="PATH", help="the Python that has Keras, for --validate")
    add("--unconfined", action="store_true", help="validate also where the system cannot confine it wholly")


def run(options: argparse.Namespace) -> int:
    found_in = Configuration(options.config, _flags(options))
    given = targets.targets(options.paths, options.stdin_filename, found_in)
    mending = Mending(
        fix=options.fix or options.unsafe_fixes or (options.diff and not options.add_ignores),
        unsafe=options.unsafe_fixes,
        ignore=options.add_ignores,
        write=not options.diff,
    )
    with ExitStack() as stack:
        if options.validate:
            from .judged import check_and_validate
            from .validating import Session

            session = Session(stack, options.unconfined)
            # One process: what starts once is shared.
            report = over(given, partial(check_and_validate, mending=mending, session=session), "", jobs=1)
            told = session.tell()
        else:
            report, told = over(given, partial(check, mending=mending), "Checking", options.jobs), FINE
    if options.diff:
        tell(file.diff for file in report.files)
    elif options.statistics:
        tell(statistics(report))
    else:
        _tell(report, options.output_format)
    return told or _status(report, options)


def _natural(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a number, found {text!r}")
    return int(text)


def _flags(options: argparse.Namespace) -> dict[str, object]:
    """The settings that flags stand for. Raises UsageError for a rule that does not exist."""
    flags: dict[str, object] = {}
    for name in ("select", "ignore"):
        given: list[str] = getattr(options, name) or []
        codes = [code.strip() for text in given for code in text.split(",") if code.strip()]
        if codes:
            from .rule import known

            flags[name] = [known(code) for code in codes]
    if options.python:
        flags["interpreter"] = options.python
    return flags


def _tell(report: Report, output_format: str) -> None:
    """Findings on standard output; where a mended program goes there, on standard error."""
    programs = [file.program for file in report.files if file.program is not None]
    tell(programs)
    tell(formats.writer(output_format)(report), sys.stderr if programs else sys.stdout)


def _status(report: Report, options: argparse.Namespace) -> int:
    if status := trouble(report):
        return status
    if options.exit_zero:
        return FINE
    if options.diff and any(file.diff for file in report.files):
        return FINDINGS
    levels = ("error", "warning") if options.error_on_warning else ("error",)
    return FINDINGS if report.count(*levels) else FINE
