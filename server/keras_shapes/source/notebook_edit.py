"""The way back: new code for a notebook's cells, written into its JSON with every other byte as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

Span = tuple[int, int]

_SPACE = re.compile(r"[ \t\r\n]*")
_INDENTED = re.compile(r"\s*\{\s*\n([ \t]+)")
_DECODER = json.JSONDecoder()


def with_cells(text: str, cells: Mapping[int, str]) -> str:
    """A notebook's text with other code in the cells of these indices. The text must be a notebook's."""
    spans = list(_source_spans(text))
    for index in sorted(cells, reverse=True):
        start, end = spans[index]
        text = text[:start] + _rendered(text, (start, end), cells[index]) + text[end:]
    return text


def _source_spans(text: str) -> Iterator[Span]:
    """Where each cell's code stands in the JSON; an empty span where a cell has none."""
    top = dict(_members(text, 0))
    if "cells" in top:
        lists = [top["cells"]]
    else:
        sheets = [dict(_members(text, start)) for start, _ in _elements(text, top["worksheets"][0])]
        lists = [sheet["cells"] for sheet in sheets if "cells" in sheet]
    for start, _ in lists:
        for cell, end in _elements(text, start):
            members = dict(_members(text, cell))
            yield members.get("source") or members.get("input") or (end, end)


def _members(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """The keys of the object at `start`, and where their values stand."""
    at = _skip(text, _skip(text, start) + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        value = _skip(text, _skip(text, at) + 1)
        at = _end(text, value)
        yield key, (value, at)
        at = _after_comma(text, at)


def _elements(text: str, start: int) -> Iterator[Span]:
    """Where the elements of the list at `start` stand."""
    at = _skip(text, _skip(text, start) + 1)
    while text[at] != "]":
        end = _end(text, at)
        yield at, end
        at = _after_comma(text, end)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _end(text: str, at: int) -> int:
    return int(_DECODER.raw_decode(text, at)[1])


def _after_comma(text: str, at: int) -> int:
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


def _rendered(text: str, span: Span, code: str) -> str:
    """`code` as the JSON at `span` was written: one string or a list of lines, its indentation, its escapes."""
    old = text[span[0] : span[1]]
    if not old.startswith("["):
        return _quoted(text, code)
    spans = list(_elements(old, 0))
    # A line that stays keeps its very escapes, such as Colab's \u003c.
    before = {json.loads(old[start:end]): old[start:end] for start, end in spans}
    lines = [before.get(line) or _quoted(text, line) for line in code.splitlines(keepends=True)]
    if not lines:
        return "[]"
    first, *between, last = _gaps(old, spans) if spans else _new_gaps(text, span)
    if len(between) != len(lines) - 1:
        between = [between[0] if between else f",{first}" if first else ", "] * (len(lines) - 1)
    gaps = (first, *between, last)
    return "[" + gaps[0] + "".join(line + gap for line, gap in zip(lines, gaps[1:])) + "]"


def _gaps(old: str, spans: list[Span]) -> list[str]:
    """What stands in a list's text before, between and behind its elements."""
    edges = [1, *(edge for span in spans for edge in span), len(old) - 1]
    return [old[start:end] for start, end in zip(edges[::2], edges[1::2])]


def _new_gaps(text: str, span: Span) -> list[str]:
    """The same for a list that was empty, indented as the notebook is."""
    start = span[0]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    newline = "\n" + line[: len(line) - len(line.lstrip())]
    unit = _INDENTED.match(text)
    return [newline + unit[1], newline] if unit else ["", ""]


def _quoted(text: str, value: str) -> str:
    """A JSON string, with non-ASCII letters escaped only if the notebook does so."""
    return json.dumps(value, ensure_ascii=text.isascii() and "\\u" in text)
