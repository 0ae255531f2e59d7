"""Positions as the client counts them: emoji, accents and CJK before what is meant."""

from __future__ import annotations

import pytest

from .conftest import Start
from .editor import PULL, PUSH, Editor
from .programs import codes

PROGRAM = """\
import numpy as np
import keras
größe = "🧠🧠 é"; daten = np.random.rand(100, 10)
model = keras.Sequential([keras.Input(shape=(20, 10)), keras.layers.LSTM(4)])
"🧠é漢"; model.predict(daten)
"""
# Where `model.predict(daten)` begins: after 7 code points, of which 🧠 has two UTF-16 units and four bytes.
STARTS = {"utf-8": 2 + 4 + 2 + 3 + 2, "utf-16": 2 + 2 + 1 + 1 + 2, "utf-32": 7}


@pytest.mark.parametrize("encoding", STARTS)
def test_ranges_are_in_the_negotiated_units(start: Start, uri: str, encoding: str) -> None:
    editor = start({**PULL, "general": {"positionEncodings": [encoding]}})
    assert editor.capabilities["positionEncoding"] == encoding
    editor.open(uri, PROGRAM)
    (item,) = editor.diagnostics(uri)
    assert item["range"]["start"] == {"line": 4, "character": STARTS[encoding]}
    assert item["range"]["end"]["character"] == STARTS[encoding] + len("model.predict(daten)")


@pytest.mark.parametrize("encoding", STARTS)
def test_edits_and_questions_are_read_in_them(start: Start, uri: str, encoding: str) -> None:
    editor = start({**PULL, "general": {"positionEncodings": [encoding]}})
    editor.open(uri, PROGRAM)
    place = STARTS[encoding] + len("model.predict(")
    assert "(100, 10)" in (editor.hover(uri, 4, place) or "")
    editor.type(uri, (4, place), (4, place + len("daten")), "np.zeros((5, 20, 10))")
    assert editor.diagnostics(uri) == []


def test_without_a_wish_they_are_utf_16(pushed_to: Editor, uri: str) -> None:
    pushed_to.open(uri, PROGRAM)
    assert pushed_to.pushed(uri)[0]["range"]["start"]["character"] == STARTS["utf-16"]


@pytest.mark.parametrize("capabilities", [PUSH, PULL], ids=["changes pushed", "changes pulled"])
@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"], ids=["crlf", "cr", "lf"])
def test_lines_end_as_the_protocol_says(start: Start, uri: str, ending: str, capabilities: dict[str, object]) -> None:
    """A form feed, which Python's splitlines takes for a line's end, is a character like any other."""
    editor = start(capabilities)
    text = PROGRAM.replace("import keras\n", "import keras\n# \x0c \u2028 \x85\n").replace("\n", ending)
    editor.open(uri, text)
    items = editor.diagnostics(uri) if capabilities is PULL else editor.pushed(uri)
    assert codes(items) == ["input-rank"]
    assert items[0]["range"]["start"]["line"] == 5
