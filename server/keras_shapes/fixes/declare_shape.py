"""A shape where a number stands: `(3,)`; None for any size; whole sizes where fractions stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.block import Place
from ..source.document import Position, Range
from .context import Context
from .fix import Edit, Fix

CODES = ("input-declaration", "layer-argument")
# In a reshape -1 is whatever size is left.
_ANY_SIZE = re.compile(r"(?<=[(\[,\s])-1(?=\s*[,)\]])")


def propose(context: Context) -> Iterator[Fix]:
    place = context.argument
    if place is None:
        return
    if isinstance(context.finding.expected, tuple) and context.diagnostic.code == "input-declaration":
        yield Fix(f"Declare a shape: ({place.text},)", "declare-shape", _tuple(context, place), likelihood=0.9)
    elif context.diagnostic.code == "input-declaration" and _ANY_SIZE.search(place.text):
        text = _ANY_SIZE.sub("None", place.text)
        yield Fix(f"Any size is None: {text}", "any-size", context.replace(place, text), likelihood=0.8)
    elif whole := _whole(place.text):
        yield Fix(f"A whole number: {whole}", "whole-number", context.replace(place, whole), likelihood=0.8)


def _tuple(context: Context, place: Place) -> tuple[Edit, ...]:
    """`(3)` gets its comma; a bare `3` its parentheses too."""
    where = context.range(place)
    if where is None:
        return ()
    lines = context.document.sources[where.source].lines
    before, after = lines[where.start.line][: where.start.character], lines[where.end.line][where.end.character :]
    # The parentheses of a call are not the number's own.
    if re.search(r"(?:[=,(]|^)\s*\($", before) and after.startswith(")"):
        end = Position(where.end.line, where.end.character)
        return (Edit(Range(where.source, end, end), ","),)
    return (Edit(where, f"({place.text},)"),)


def _whole(text: str) -> str | None:
    """The same sizes without fractions: `n // 2` for `n / 2`, `32` for `32.0`."""
    new = re.sub(r"(?<!/)/(?!/)", "//", text)
    new = re.sub(r"\b(\d+)\.0*\b(?!\d)", r"\1", new)
    new = re.sub(r"-(?=\d+\b)", "", new) if re.fullmatch(r"[(\[]?\s*-\d.*", new) else new
    return new if new != text else None
