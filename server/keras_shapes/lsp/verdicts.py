"""What real Keras said of an analysis, and what of it is shown as long as the text stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..source.document import Position, Range
from ..values.show import show_array, show_shape

if TYPE_CHECKING:
    from ..analysis import ModelEntry
    from ..diagnostics.diagnostic import Diagnostic
    from ..execution.request import Request
    from ..execution.verdict import Report, Verdict
    from ..fixes.fix import Fix
    from .program import Analysed


# The versions that decide what is raised.
_TOLD = ("keras", "tf_keras", "tensorflow", "jax", "torch")


@dataclass(frozen=True, slots=True)
class Place:
    """A name in the text, and `(67, 8) float64`: what it was bound to."""

    range: Range
    text: str


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

    def seen(self, source: int) -> dict[tuple[int, str], Place]:
        """By (line, name): what names were bound to when the source was run, where their statement begins with them."""
        found = {}
        for each in self.report.seen:
            where = self.asked.range_of(each.line - 1)
            line = self.analysed.analysis.document.sources[where.source].lines[where.start.line]
            name = re.search(rf"(?<![\w.\"']){re.escape(each.name)}(?!\w)", line)
            if where.source == source and name:
                start, end = (Position(where.start.line, column) for column in name.span())
                found[start.line, each.name] = Place(Range(source, start, end), show_array(each.shape, each.dtype))
        return found

    def on(self, model: ModelEntry) -> str:
        """For a model's lens: `✓ ran: (32, 28, 28, 1) → (32, 10) in 0.3 s`, or what came instead."""
        kinds = [verdict.verdict for verdict in self.report.verdicts]
        # A warning is confirmed without an error: it says that the model runs.
        if any(each.error for each in self.report.verdicts if each.verdict in ("confirmed", "found")):
            return f"✗ {self.brief}"
        if "not-run" in kinds:
            return self.brief
        seconds = f"in {max(self.report.run_seconds, 0.1):.1f} s"
        told = [f"✓ ran: {self._fed(model)} {seconds}" if self._fed(model) else f"✓ ran {seconds}"]
        confirmed, refuted = kinds.count("confirmed"), kinds.count("refuted")
        told += [f"{confirmed} confirmed"] if confirmed else []
        told += [f"{refuted} refuted and withdrawn"] if refuted else []
        return ", ".join(told)

    def _fed(self, model: ModelEntry) -> str:
        fed = [each for each in self.report.fed if each.name == model.name]
        only = self.report.fed if len(self.report.fed) == len(self.analysed.analysis.models) == 1 else ()
        for each in fed or only:
            if each.outputs:
                return " → ".join(_structure(shapes) for shapes in (each.inputs, each.outputs))
        return ""

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
    def rests_on(self) -> str:
        """The versions that were run, and what is not as it would be: `keras 3.15.1; labels made up: …`."""
        versions = ", ".join(f"{name} {self.report.versions[name]}" for name in _TOLD if name in self.report.versions)
        return "; ".join(filter(None, [versions, *self.report.notes]))

    @property
    def told(self) -> str:
        """For the log: under what it was run, and Keras' words on each finding."""
        versions = ", ".join(f"{name} {version}" for name, version in self.report.versions.items())
        lines = [f"Validated {self.analysed.snapshot.name} in {self.report.seconds:.1f} s: {self.brief}"]
        lines += [f"with {self.report.interpreter} ({versions})"] if self.report.interpreter else []
        lines += [f"{self.report.memory >> 20} MB of its own"] if self.report.memory else []
        lines += [f"not confined as it should be: {why}" for why in self.report.unconfined]
        for verdict in self.report.verdicts:
            place = self.asked.range_of(verdict.line)
            words = f": {verdict.error}" if verdict.error else ""
            lines.append(f"line {place.start.line + 1}: {verdict.code or 'found'} {verdict.verdict}{words}")
        return "\n".join([*lines, *self.report.notes])


def _structure(shapes: Sequence[tuple[int, ...]]) -> str:
    inner = ", ".join(map(show_shape, shapes))
    return inner if len(shapes) == 1 else f"[{inner}]"
