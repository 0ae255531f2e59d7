"""Positions in the client's units, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keras_shapes.lsp.buffers import Buffer
from keras_shapes.lsp.convert import to_code_points, to_units

ENCODINGS = ("utf-8", "utf-16", "utf-32")
# a, é, 漢 and 🧠 have one to four bytes in UTF-8; only the last has two units in UTF-16.
LINE = "aé漢🧠 = 1"


@pytest.mark.parametrize(
    ("encoding", "units"),
    [("utf-8", [0, 1, 3, 6, 10, 11]), ("utf-16", [0, 1, 2, 3, 5, 6]), ("utf-32", [0, 1, 2, 3, 4, 5])],
)
def test_code_points_as_units_and_back(encoding: str, units: list[int]) -> None:
    assert [to_units(LINE, n, encoding) for n in range(6)] == units
    assert [to_code_points(LINE, n, encoding) for n in units] == list(range(6))


@given(st.text(), st.sampled_from(ENCODINGS), st.data())
def test_every_place_of_every_line_comes_back(line: str, encoding: str, data: st.DataObject) -> None:
    character = data.draw(st.integers(0, len(line)))
    assert to_code_points(line, to_units(line, character, encoding), encoding) == character


def test_inside_a_character_is_its_start_and_past_the_line_its_end() -> None:
    assert to_code_points("🧠x", 1, "utf-16") == 0
    assert to_code_points("é", 99, "utf-8") == 1


class Position:
    def __init__(self, line: int, character: int) -> None:
        self.line, self.character = line, character


class Change:
    """What the protocol's library gives for an edit."""

    def __init__(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        self.text = text
        self.range = self
        self.start, self.end = Position(*start), Position(*end)


@given(
    st.text(alphabet="aé🧠 \n\r\x0c\u2028", max_size=40),
    st.text(alphabet="b漢\n", max_size=8),
    st.data(),
)
def test_an_edit_of_a_range_is_the_edit_of_the_text(before: str, typed: str, data: st.DataObject) -> None:
    """Form feeds and line separators end no line of the protocol, though Python's splitlines says so."""
    buffer = Buffer.of("file:///p.py", 1, before)
    lines = buffer.lines
    places = [(n, c) for n, line in enumerate(lines) for c in range(len(line) + 1)]
    first, last = sorted([data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))])
    units = [(line, to_units(lines[line], character, "utf-16")) for line, character in (first, last)]
    after = buffer.changed([Change(units[0], units[1], typed)], 2, "utf-16")

    text = "\n".join(lines)
    offsets = [sum(len(line) + 1 for line in lines[:n]) + c for n, c in (first, last)]
    assert after.text == text[: offsets[0]] + typed + text[offsets[1] :]
    assert after.version == 2
    assert buffer.lines == lines
