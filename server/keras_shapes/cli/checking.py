"""One program checked: read, analysed, mended where that was asked for. Runs in worker processes too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..source.edits import edited
from ..source.reading import Text, Unreadable
from .report import FileReport, Found, found, syntax
from .targets import Target

if TYPE_CHECKING:
    from ..analysis import Analysis
    from ..fixes.fix import Fix

# More findings than this in one file are not mended in one run.
_MOST_FIXES = 200
# Without any of these words a program makes no array and no model: nothing can be found in it.
_CONCERNS_US = re.compile(
    r"keras|tensorflow|numpy|sklearn|pandas|layers|Sequential|Model|Input|\b(?:np|tf|pd|cv2|PIL|K|models)\b"
)


@dataclass(frozen=True, slots=True)
class Mending:
    """What to do about findings. fix: apply the safe fixes; unsafe: the others too; write: to the file."""

    fix: bool = False
    unsafe: bool = False
    ignore: bool = False
    write: bool = True


def check(target: Target, mending: Mending) -> FileReport:
    """Raises Unreadable."""
    original = target.text()
    document = target.document(original.text)
    if not _CONCERNS_US.search(original.text):
        return FileReport(target.shown, syntax=syntax(document), program=_piped(target, mending, original.text))
    analysis = target.analysis(document)
    text, fixed, ignored = original.text, 0, 0
    if mending.fix:
        text, analysis, fixed = _mended(target, text, analysis, mending.unsafe)
    if mending.ignore and analysis.diagnostics:
        from .add_ignores import with_ignores

        text, ignored = with_ignores(analysis, text)
        analysis = target.analysis(target.document(text))
    diff = _diff(target.shown, original.text, text) if text != original.text else ""
    if diff and mending.write and target.content is None:
        _write(target, original, text)
    report = _report(target.shown, analysis)
    return replace(report, fixed=fixed, ignored=ignored, diff=diff, program=_piped(target, mending, text))


def _piped(target: Target, mending: Mending, text: str) -> str | None:
    """The text to pass on: that of standard input, where it was to be changed."""
    return text if target.content is not None and mending.write and (mending.fix or mending.ignore) else None


def _mended(target: Target, text: str, analysis: Analysis, unsafe: bool) -> tuple[str, Analysis, int]:
    """The text after one fix at a time, each on what the one before left, until none is to be had."""
    for count in range(_MOST_FIXES):
        better = _with_one_fix(target, text, analysis, unsafe)
        if better is None:
            return text, analysis, count
        text, analysis = better
    return text, analysis, _MOST_FIXES


def _with_one_fix(target: Target, text: str, analysis: Analysis, unsafe: bool) -> tuple[str, Analysis] | None:
    """The text after the first fix that leaves fewer findings."""
    for fix in _applicable(analysis, unsafe):
        after = edited(analysis.document, text, ((edit.range, edit.new_text) for edit in fix.edits))
        again = target.analysis(target.document(after))
        if len(again.diagnostics) < len(analysis.diagnostics):
            return after, again
    return None


def _applicable(analysis: Analysis, unsafe: bool) -> Iterator[Fix]:
    """The likeliest allowed fix of each finding."""
    for diagnostic in analysis.diagnostics:
        fixes = [fix for fix in analysis.fixes(diagnostic) if fix.safe or unsafe]
        if fixes:
            yield next((fix for fix in fixes if fix.preferred), fixes[0])


def _diff(path: str, before: str, after: str) -> str:
    import difflib

    old, new = (text.splitlines(keepends=True) for text in (before, after))
    lines = difflib.unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _write(target: Target, original: Text, text: str) -> None:
    try:
        target.path.write_bytes(original.encode(text))
    except OSError as problem:
        raise Unreadable(f"cannot be written: {problem.strerror}") from None


def _report(path: str, analysis: Analysis) -> FileReport:
    document = analysis.document
    results: list[Found] = []
    internal = ""
    for diagnostic in analysis.diagnostics:
        try:
            fixes = tuple(analysis.fixes(diagnostic))
        except Exception:
            import traceback

            # The finding stands though our search for its mending failed.
            fixes, internal = (), traceback.format_exc()
        results.append(found(document, diagnostic, fixes))
    lines = {source.cell: source.lines for source in document.sources} if results else {}
    return FileReport(path, tuple(results), lines=lines, syntax=syntax(document), internal=internal)
