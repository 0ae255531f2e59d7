"""A fix: edits that mend a finding."""

from __future__ import annotations

from dataclasses import dataclass

from ..source.document import Range


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces a range of the document's text; an empty range inserts."""

    range: Range
    new_text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """`kind`: the fix's name in kebab-case, such as "expand-dims". `safe`: it changes no working behaviour.

    likelihood: 0 to 1, by which the fixes of one finding are ordered.
    """

    title: str
    kind: str
    edits: tuple[Edit, ...]
    safe: bool = False
    preferred: bool = False
    likelihood: float = 0.5
