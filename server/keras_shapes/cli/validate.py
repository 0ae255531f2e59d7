"""`keras-shapes validate`: what real Keras says of the findings and their fixes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from . import configuration, targets
from .configuration import Configuration
from .main import FINDINGS, FINE
from .output import tell
from .report import FileReport, Report, Verdict, place, shown_at
from .running import over, trouble
from .style import Palette, coloured
from .summary import plural
from .validating import Line, Session, validated

# As it is written, and as other commands print a place: `train.py:14`, `train.py:14:5`, `train.ipynb:cell 3:2:1`.
_WITH_LINE = re.compile(r"(?P<path>.+?)(?::cell (?P<cell>[1-9]\d*))?:(?P<line>[1-9]\d*)(?::\d+)?")
_COLOURS = {
    "confirmed": "red",
    "found": "red",
    "refuted": "green",
    "works": "green",
    "fails": "red",
    "not-run": "yellow",
}
_MEANINGS = {
    "confirmed": "confirmed: real Keras agrees",
    "refuted": "refuted: real Keras does not agree",
    "found": "found only by running",
    "not-run": "not run",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH[:LINE]", help="a program, or only what is found on its line")
    configuration.add_arguments(parser)
    parser.add_argument("--python", metavar="PATH", help="the Python that has Keras")
    parser.add_argument("--unconfined", action="store_true", help="also where the system cannot confine it wholly")
    parser.add_argument("--output-format", choices=("full", "json"), default="full", help="for people, or JSON")


def run(options: argparse.Namespace) -> int:
    # A path on the command line is the user's, relative to where the user is.
    flags = {"interpreter": str(Path(options.python).absolute())} if options.python else {}
    found_in = Configuration(options.config, flags)
    with ExitStack() as stack:
        session = Session(stack, options.unconfined)
        files = tuple(file for given in options.paths for file in _validated(given, found_in, session))
    report = Report(files)
    if options.output_format == "json":
        from .formats.json import dumped

        tell([dumped(map(_file, files))])
    else:
        tell(_told(files, session, Palette(coloured())))
    problem = session.tell()
    wrong = any(verdict.verdict in {"confirmed", "found"} for file in files for verdict in file.verdicts)
    return trouble(report) or problem or (FINDINGS if wrong else FINE)


def _validated(given: str, found_in: Configuration, session: Session) -> Iterable[FileReport]:
    path, line = _parsed(given)
    work = partial(validated, session=session, only=line)
    # One process: what starts once is shared.
    return over(targets.targets([path], targets.STANDARD_INPUT, found_in), work, "", jobs=1).files


def _parsed(given: str) -> tuple[str, Line | None]:
    match = None if Path(given).exists() else _WITH_LINE.fullmatch(given)
    if match is None:
        return given, None
    return match["path"], Line(int(match["cell"]) - 1 if match["cell"] else None, int(match["line"]) - 1)


def _file(file: FileReport) -> dict[str, Any]:
    ran = asdict(file.ran) if file.ran else None
    return {"path": file.path, "verdicts": list(map(_plain, file.verdicts)), "run": ran}


def _plain(verdict: Verdict) -> dict[str, Any]:
    return {
        "code": verdict.code,
        **place(verdict.span),
        "verdict": verdict.verdict,
        "error": verdict.error,
        "seconds": verdict.seconds,
        "fixes": [{"title": fix.title, "verdict": fix.verdict, "error": fix.error} for fix in verdict.fixes],
    }


def _told(files: Iterable[FileReport], session: Session, paint: Palette) -> Iterator[str]:
    for file in files:
        for verdict in file.verdicts:
            yield from _verdict(file.path, verdict, paint)
        if not file.verdicts and not file.unreadable and not file.internal:
            yield f"{file.path}: {paint('green', 'real Keras runs it')}, and nothing was found.\n"
        if file.ran and file.ran.notes:
            yield paint("dim", f"{file.path}: what was run: {'; '.join(file.ran.notes)}") + "\n\n"
    count = sum(len(file.verdicts) for file in files)
    if session.ran_with:
        yield f"{plural(count, 'verdict')} by {session.ran_with}.\n"


def _verdict(path: str, verdict: Verdict, paint: Palette) -> Iterator[str]:
    where = shown_at(path, verdict.span) + (f": {verdict.code}" if verdict.code else "")
    yield f"{paint('bold', where)}: {paint(_COLOURS[verdict.verdict], _MEANINGS[verdict.verdict])}\n"
    if verdict.error:
        yield _indented(verdict.error)
    for fix in verdict.fixes:
        yield f"  {paint(_COLOURS[fix.verdict], f'{fix.verdict:<7}')}  {fix.title}\n"
        if fix.error:
            yield _indented(fix.error, "           ")
    yield "\n"


def _indented(text: str, margin: str = "  ") -> str:
    return "".join(f"{margin}{line}\n" for line in text.strip().splitlines())
