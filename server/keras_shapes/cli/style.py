"""Colours on a terminal, none elsewhere; and how wide text stands there."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Mapping
from typing import TextIO

_TAB = "    "
_CODES = {"red": "1;31", "yellow": "1;33", "blue": "1;34", "cyan": "1;36", "green": "32", "bold": "1", "dim": "2"}
SEVERITY_COLOURS: Mapping[str, str] = {"error": "red", "warning": "yellow", "information": "blue", "hint": "cyan"}


def coloured(stream: TextIO | None = None) -> bool:
    """Whether text written there should have colours: a terminal, unless the user says otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


class Palette:
    """Paints text, or leaves it plain."""

    def __init__(self, colours: bool) -> None:
        self._colours = colours

    def __call__(self, colour: str, text: str) -> str:
        return f"\033[{_CODES[colour]}m{text}\033[0m" if self._colours and text else text


def shown(text: str) -> str:
    """A source line as it is printed: tabs as spaces, nothing that would move the cursor."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _TAB if c == "\t" else c if c.isprintable() or _width(c) == 0 else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def width(text: str) -> int:
    """Columns that a printed text takes on a terminal: two for 中, none for a combining accent."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
