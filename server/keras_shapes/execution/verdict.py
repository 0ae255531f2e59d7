"""What real Keras says to each finding and each fix: the words of a verdict and how a run is judged."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .run import Fed, Raised, Run, Seen
from .slice import Slice, Target

# Exceptions that programs catch to try something else.
_MEANT = ("ImportError", "ModuleNotFoundError", "AttributeError", "KeyError", "StopIteration")

Outcome = Literal["confirmed", "refuted", "found", "not-run"]
FixOutcome = Literal["works", "fails", "not-run"]


@dataclass(frozen=True, slots=True)
class FixVerdict:
    """`error` is what Keras said, for not-run why."""

    title: str
    verdict: FixOutcome
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a finding, or on a line (from 0) where only the run found something.

    `finding` is the index in what was expected; None for `found`.
    """

    code: str | None
    line: int
    verdict: Outcome
    error: str | None = None
    seconds: float = 0.0
    fixes: tuple[FixVerdict, ...] = ()
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All verdicts of one validation, and under what they were come to.

    `unconfined` is what of the confinement the system lacks; `kept_back`: for that reason nothing was run.
    """

    verdicts: tuple[Verdict, ...]
    interpreter: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()
    unconfined: tuple[str, ...] = ()
    seconds: float = 0.0
    # Of these, the first run's own: without the start of Keras, and without the fixes.
    run_seconds: float = 0.0
    fed: tuple[Fed, ...] = ()
    kept_back: bool = False
    # What the run had of its own at its end, in bytes.
    memory: int = 0


def judge(run: Run, sliced: Slice, number: int, severity: str, shared: bool = False) -> tuple[Outcome, str | None]:
    """Whether the run bears out the finding at `sliced.targets[number]`.

    shared: another finding, an error, is about the same line.
    """
    target = sliced.targets[number]
    raised = error_at(run, target)
    is_error = severity in ("error", "information")  # a warning says that it runs
    if raised is not None and not is_error and shared:
        return "not-run", f"line {target.line} raises for another mistake: {raised}"
    if raised is not None:
        return ("confirmed" if is_error else "refuted"), str(raised)
    if has_run(run, target):
        return ("refuted" if is_error else "confirmed"), None
    return "not-run", why_not(run, sliced, target)


def judge_fix(
    run: Run, fixed: Slice, number: int, original: Run, shared: bool = False
) -> tuple[FixOutcome, str | None]:
    """Whether the edited program runs where the finding was, and raises nothing that it did not raise before.

    shared: another finding, an error, is about the same line, which may raise for it as long as it is not mended.
    """
    target = fixed.targets[number]
    raised = error_at(run, target)
    if raised is not None and shared:
        return "not-run", f"line {target.line} raises for another mistake: {raised}"
    if raised is not None:
        return "fails", str(raised)
    known = {_words(error) for error in original.raised}
    for error in run.raised:
        if error.kind == "error" and _words(error) not in known:
            return "fails", str(error)
    if not has_run(run, target):
        return "not-run", why_not(run, fixed, target)
    return "works", None


def error_at(run: Run, target: Target) -> Raised | None:
    """The exception that surfaced in the target's statement."""
    for error in run.raised:
        if error.kind == "error" and any(target.line <= line <= target.end_line for line in error.lines):
            return error
    return None


def has_run(run: Run, target: Target) -> bool:
    """Whether the target's statement ran to its end."""
    if target.mark is not None:
        return target.mark in run.marks
    return target.statement is not None and target.statement in run.ran


def why_not(run: Run, sliced: Slice, target: Target) -> str:
    """Why a statement gave no verdict."""
    if run.stopped:
        return run.stopped
    for error in run.raised:
        if error.statement == target.statement and error.kind != "error":
            return _surroundings(error)
    skipped = run.skipped.get(target.statement) if target.statement is not None else None
    if skipped is not None and skipped.kind == "error" and skipped.because != skipped.line:
        return f"line {skipped.because}, which it needs, raises first"
    if skipped is not None:
        cause = next((e for e in run.raised if sliced.statements[e.statement].line == skipped.because), None)
        return _surroundings(cause) if cause else f"it needs line {skipped.because}, which could not be run"
    behind = next((e for e in run.raised if e.statement == target.statement and e.lines), None)
    if behind is not None:
        return f"line {behind.lines[-1]} raises first"
    return "nothing in the program runs this line"


def first_hindrance(run: Run, sliced: Slice) -> tuple[int, str] | None:
    """Line (from 1) and reason of the first thing that kept the program from running through; None if nothing did."""
    if run.stopped:
        return run.line or 1, run.stopped
    ran = any(statement.root and index in run.ran for index, statement in enumerate(sliced.statements))
    for index, kept in sorted(run.skipped.items()):
        statement = sliced.statements[index]
        # What was made up in place of files hinders nothing, nor does what nothing of Keras needs.
        made_up = len(statement.binds) == len(kept.made_up) > 0
        cause = next((e for e in run.raised if sliced.statements[e.statement].line == kept.because), None)
        if cause and cause.kind != "error" and ((statement.root and not made_up) or not ran):
            return kept.because, _surroundings(cause)
    for error in run.raised:
        if error.kind == "error" and error.lines and not error.caught:
            return error.lines[-1], f"line {error.lines[-1]} does not take what was made up for it ({error})"
    return None


def _surroundings(error: Raised) -> str:
    line = error.lines[-1] if error.lines else None
    where = f"line {line}: " if line else ""
    if error.kind == "memory":
        return f"{where}the memory limit was reached ({error})"
    if error.kind == "environment":
        return f"{where}needs what the validation does not have ({error})"
    return f"{where}{error}"


def surprises(run: Run, sliced: Slice) -> list[Raised]:
    """Exceptions that no finding names and that the program itself is to blame for."""
    expected = [error for target in sliced.targets if (error := error_at(run, target)) is not None]
    named: set[str] = set()
    doubtful = {kind: _resting_on_made_up(run, sliced, kind) for kind in ("error", "environment", "guessed")}
    found = []
    for error in run.raised:
        if any(error is each for each in expected):
            named.add(_words(error))
        if error.kind != "error" or not error.lines or _words(error) in named:
            continue
        # A program that catches its own exceptions may well mean them.
        if error.caught and (not error.in_library or error.type in _MEANT):
            continue
        if error.statement in doubtful["error"] | doubtful["guessed"] or (
            error.statement in doubtful["environment"] and not error.in_library
        ):
            continue
        named.add(_words(error))
        found.append(error)
    return found


def _words(error: Raised) -> str:
    """The error without its numbers: the same words on a later line, for another batch, are the same mistake."""
    return re.sub(r"\d+", "", str(error))


def _resting_on_made_up(run: Run, sliced: Slice, kind: str) -> set[int]:
    """Statements that use, however indirectly, a value that was made up since something of this kind failed.

    "guessed": whatever failed, where not even the element type of what was made up is known.
    """
    names: set[str] = set()
    statements: set[int] = set()
    for index, statement in enumerate(sliced.statements):
        skipped = run.skipped.get(index)
        made_up = set(skipped.made_up) if skipped is not None else set()
        if kind == "guessed" and made_up & set(statement.guessed):
            names |= made_up & set(statement.guessed)
        elif skipped is not None and skipped.kind == kind:
            names |= made_up
        elif names & set(statement.needs):
            statements.add(index)
            names |= set(statement.binds)
        else:
            names -= set(statement.binds)
    return statements


def moved_line(before: str, after: str, line: int) -> int:
    """Where a line (from 0) of the text stands after an edit."""
    old, new = before.splitlines(), after.splitlines()
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i1 <= line < i2:
            if kind == "equal":
                return j1 + line - i1
            return min(j1 + line - i1, max(j2 - 1, j1), len(new) - 1)
    return min(line, len(new) - 1)


def not_run(findings: Sequence[tuple[str, int, Sequence[str]]], why: str) -> tuple[Verdict, ...]:
    """The same reason for every (code, line, titles of fixes)."""
    verdicts = []
    for number, (code, line, titles) in enumerate(findings):
        fixes = tuple(FixVerdict(title, "not-run", why) for title in titles)
        verdicts.append(Verdict(code, line, "not-run", why, fixes=fixes, finding=number))
    return tuple(verdicts)
