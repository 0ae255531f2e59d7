"""Where a value comes from: the steps that lead from a finding back to its causes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Place = Any
"""A range of the source (source.document.Place); opaque here, values know nothing of the text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One step: at `place` the value got its shape by `how`, after `before`.

    how: "made", "changed", "declared", or "predicted": a model gave it.
    """

    place: Place
    how: str
    before: Origin | None = None

    def steps(self) -> Iterator[Origin]:
        step: Origin | None = self
        while step:
            yield step
            step = step.before


@dataclass(frozen=True, slots=True)
class Site:
    """A call in the text: its own range, and that of each argument by its parameter's name."""

    place: Place
    arguments: dict[str, Place] = field(default_factory=dict)
