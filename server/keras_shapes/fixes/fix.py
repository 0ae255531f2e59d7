"""A fix: edits that mend a finding."""

from __future__ import annotations

from collections.abc import Iterable
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

    likelihood: 0 to 1, by which the fixes of one finding are ordered. alike: it does what the program does elsewhere
    to data that fits, so that it may lead to what we do not know, as that does.
    """

    title: str
    kind: str
    edits: tuple[Edit, ...]
    safe: bool = False
    preferred: bool = False
    likelihood: float = 0.5
    alike: bool = False


def merged(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Insertions at one place as one, in the order in which they are given; what is said twice is done once."""
    result: list[Edit] = []
    for edit in edits:
        same = next((i for i, e in enumerate(result) if e.range == edit.range and e.range.start == e.range.end), None)
        if same is None:
            result.append(edit)
        elif edit.new_text not in result[same].new_text.splitlines(keepends=True):
            result[same] = Edit(edit.range, result[same].new_text + edit.new_text)
    return tuple(dict.fromkeys(result))
