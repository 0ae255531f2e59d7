"""Text → Analysis: the one function that knows every stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .diagnostics.diagnostic import Diagnostic
from .settings import Settings
from .source.document import Document, Range
from .source.project import Project

if TYPE_CHECKING:
    from .fixes.fix import Fix
    from .interpreter.engine import Evaluation


@dataclass(frozen=True, slots=True)
class ShapeEntry:
    """One inferred shape. kind: variable | layer | model. text: `(None, 28, 28, 1) float32`.

    shape: dims as the JSON promises: integers, null, or names of symbolic sizes; None where the rank is unknown.
    """

    kind: str
    name: str
    range: Range
    shape: tuple[int | str | None, ...] | None
    dtype: str | None
    text: str


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A line of a model's table."""

    name: str
    cls: str
    output: str
    parameters: int | None
    range: Range | None


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model where it was made: for lenses and *Show model*. `parameters` is None where not all are known."""

    name: str
    range: Range
    layers: tuple[LayerRow, ...]
    parameters: int | None
    input: str
    output: str

    @property
    def summary(self) -> str:
        """`7 layers · 93,322 parameters · (None, 28, 28, 1) → (None, 10)`"""
        count = f"{len(self.layers)} layer{'s' if len(self.layers) != 1 else ''}"
        parameters = f"{self.parameters:,} parameters" if self.parameters is not None else "? parameters"
        return " · ".join([count, parameters, f"{self.input} → {self.output}"])


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """A statement that could not be parsed and was left out."""

    range: Range
    message: str


@dataclass(frozen=True)
class Analysis:
    """All that is known of one document. Immutable; what is costly or rarely asked for is worked out when asked."""

    document: Document
    settings: Settings
    diagnostics: tuple[Diagnostic, ...]
    evaluation: Evaluation
    project: Project | None = None
    _cache: dict[int, tuple[Fix, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def shapes(self) -> tuple[ShapeEntry, ...]:
        from .presentation import shape_entries

        return shape_entries(self)

    @cached_property
    def models(self) -> tuple[ModelEntry, ...]:
        from .presentation import model_entries

        return model_entries(self)

    @cached_property
    def syntax_problems(self) -> tuple[SyntaxProblem, ...]:
        from .presentation import syntax_problems

        return syntax_problems(self.document)

    def hover(self, source: int, line: int, character: int) -> tuple[str, Range] | None:
        """Markdown about what stands at a position (code points), and the range that it is about."""
        from .presentation import hover

        return hover(self, source, line, character)

    def fixes(self, diagnostic: Diagnostic) -> Sequence[Fix]:
        """The fixes of a diagnostic, likeliest first; each one re-analysed: the finding goes, none comes."""
        from .fixes import offered

        key = id(diagnostic)
        if key not in self._cache:
            self._cache[key] = tuple(offered(self, diagnostic))
        return self._cache[key]


def analyse(
    document: Document, settings: Settings | None = None, previous: Analysis | None = None,
    project: Project | None = None,
) -> Analysis:  # fmt: skip
    """The analysis of a document.

    With the `previous` analysis of an earlier version of it, only what the edit touched is evaluated again.
    project: where the modules that it imports are looked for; by default, as for `previous`.
    """
    from .diagnostics import diagnose
    from .interpreter.engine import evaluate

    settings = settings or Settings()
    project = project or (previous.project if previous else None)
    before = previous.evaluation if previous else None
    evaluation = evaluate(document, before, project, settings.data_files, settings.interpreter)
    return Analysis(document, settings, tuple(diagnose(document, evaluation, settings)), evaluation, project)
