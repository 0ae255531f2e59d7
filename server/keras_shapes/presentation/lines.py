"""Some lines of a source: what editors ask about is mostly what can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..source.block import Place
    from ..source.document import Document


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines `first` to `last` of the source with this index, both included."""

    source: int
    first: int
    last: int

    def touch(self, document: Document, place: Place) -> bool:
        """Whether a place has a part in these lines; told without working out its range."""
        start = document.starts.get(place.block)
        if start is None or start[0] != self.source:
            return False
        return start[1] + place.line <= self.last and self.first <= start[1] + place.end_line
