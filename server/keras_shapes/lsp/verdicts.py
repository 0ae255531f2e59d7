"""What real Keras said of an analysis, and what of it is shown as long as the text stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic
    from ..execution.request import Request
    from ..execution.verdict import Report, Verdict
    from ..fixes.fix import Fix
    from ..source.document import Range
    from .program import Analysed


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The answer to `asked`, which was made of `analysed`: of any other analysis it says nothing."""

    analysed: Analysed
    asked: Request
    report: Report

    def of(self, diagnostic: Diagnostic) -> Verdict | None:
        """The verdict on a diagnostic of the analysis."""
        for verdict in self.report.verdicts:
            if verdict.finding is not None and self.asked.diagnostics[verdict.finding] is diagnostic:
                return verdict
        return None

    def of_fix(self, diagnostic: Diagnostic, fix: Fix) -> str | None:
        """`works`, `fails` or `not-run`; None where it was not tried."""
        verdict = self.of(diagnostic)
        return next((each.verdict for each in verdict.fixes if each.title == fix.title), None) if verdict else None

    def found(self, source: int) -> list[tuple[Range, str]]:
        """What only the run saw in a source: where, and Keras' words."""
        places = [(self.asked.range_of(v.line), v.error or "") for v in self.report.verdicts if v.verdict == "found"]
        return [(where, error) for where, error in places if where.source == source]

    @property
    def brief(self) -> str:
        """For a lens: `1 confirmed, 2 of 3 fixes work`, `real Keras runs it`, or why nothing was run."""
        verdicts = self.report.verdicts
        if not verdicts:
            return "real Keras runs it"
        unrun = [verdict for verdict in verdicts if verdict.verdict == "not-run"]
        if len(unrun) == len(verdicts):
            return f"not run: {(unrun[0].error or 'no reason known').splitlines()[0]}"
        words = {"confirmed": "confirmed", "refuted": "refuted", "found": "found by running", "not-run": "not run"}
        counts = [(sum(v.verdict == name for v in verdicts), word) for name, word in words.items()]
        return ", ".join([f"{count} {word}" for count, word in counts if count] + self._fixes())

    def _fixes(self) -> list[str]:
        tried = [fix for verdict in self.report.verdicts for fix in verdict.fixes if fix.verdict != "not-run"]
        return [f"{sum(f.verdict == 'works' for f in tried)} of {len(tried)} fixes work"] if tried else []

    @property
    def told(self) -> str:
        """For the log: under what it was run, and Keras' words on each finding."""
        versions = ", ".join(f"{name} {version}" for name, version in self.report.versions.items())
        lines = [f"Validated {self.analysed.snapshot.name} in {self.report.seconds:.1f} s: {self.brief}"]
        lines += [f"with {self.report.interpreter} ({versions})"] if self.report.interpreter else []
        for verdict in self.report.verdicts:
            place = self.asked.range_of(verdict.line)
            words = f": {verdict.error}" if verdict.error else ""
            lines.append(f"line {place.start.line + 1}: {verdict.code or 'found'} {verdict.verdict}{words}")
        return "\n".join([*lines, *self.report.notes])
