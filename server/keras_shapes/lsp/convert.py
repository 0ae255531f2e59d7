"""Positions between the client's units and code points, and ranges in the protocol's JSON.

Python counts code points; a client counts UTF-16 units, UTF-8 bytes or code points, as negotiated. Lines in ASCII,
nearly all of them, need no conversion in any unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..source.document import Position, Range

Json = dict[str, Any]
UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"


def to_units(line: str, character: int, encoding: str) -> int:
    """Code points from the start of `line` as the client's units."""
    if encoding == UTF32 or line.isascii():
        return character
    before = line[:character]
    if encoding == UTF8:
        return len(before.encode("utf-8", "surrogatepass"))
    return len(before) + sum(char > "\uffff" for char in before)


def to_code_points(line: str, units: int, encoding: str) -> int:
    """The client's units as code points; past the line's end, its end; inside a character, its start."""
    if encoding == UTF32 or line.isascii():
        return min(units, len(line))
    passed = 0
    for index, char in enumerate(line):
        width = len(char.encode("utf-8", "surrogatepass")) if encoding == UTF8 else 1 + (char > "\uffff")
        if passed + width > units:
            return index
        passed += width
    return len(line)


def position(lines: Sequence[str], at: Position, encoding: str) -> Json:
    """A position in the protocol's JSON."""
    line = lines[at.line] if at.line < len(lines) else ""
    return {"line": at.line, "character": to_units(line, at.character, encoding)}


def span(lines: Sequence[str], over: Range, encoding: str) -> Json:
    """A range in the protocol's JSON."""
    return {"start": position(lines, over.start, encoding), "end": position(lines, over.end, encoding)}


def from_client(lines: Sequence[str], line: int, units: int, encoding: str) -> tuple[int, int]:
    """A client's position as line and code points; one past the text's end is its end, as the protocol asks."""
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, to_code_points(lines[line], units, encoding)
