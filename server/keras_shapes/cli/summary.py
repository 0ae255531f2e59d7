"""The last lines of what people read: how much was found, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .report import Report


def summary(report: Report) -> str:
    """One line; no line where no file was checked."""
    checked = sum(not file.unreadable for file in report.files)
    fixed = sum(file.fixed for file in report.files)
    ignored = sum(file.ignored for file in report.files)
    mended = f"Mended {plural(fixed, 'finding')}. " if fixed else ""
    mended += f"Ignored {plural(ignored, 'finding')} by a comment. " if ignored else ""
    if not report.count():
        return f"{mended}Nothing found in {plural(checked, 'file')}.\n"
    kinds = [plural(report.count(level), level) for level in ("error", "warning") if report.count(level)]
    if others := report.count("information", "hint"):
        kinds.append(plural(others, "remark"))
    touched = sum(bool(file.found) for file in report.files)
    return f"{mended}Found {' and '.join(kinds)} in {_where(touched, checked)}{_mendable(report)}.\n"


def statistics(report: Report) -> Iterator[str]:
    """How often each rule spoke, most often first."""
    counts = Counter(found.code for file in report.files for found in file.found)
    width = len(str(max(counts.values(), default=0)))
    for code, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield f"{count:>{width}}  {code}\n"


def _where(touched: int, checked: int) -> str:
    return plural(checked, "file") if touched == checked == 1 else f"{touched} of {plural(checked, 'file')}"


def _mendable(report: Report) -> str:
    repairs = [found.repairs for file in report.files for found in file.found if found.repairs]
    safe = sum(any(repair.safe for repair in options) for options in repairs)
    unsafe = len(repairs) - safe
    ways = [f"{safe} with --fix"] * bool(safe) + [f"{unsafe} with --unsafe-fixes"] * bool(unsafe)
    return f"; mendable: {', '.join(ways)}" if ways else ""


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
