"""Paths as programs write them: texts, and pathlib's."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Any

from ..values.reference import Object

PATH = "pathlib.Path"


def path_text(value: Any) -> str | None:
    """The text of a path; None where it is not known."""
    if isinstance(value, Object) and value.cls == PATH:
        value = value.arguments.get("text")
    return value if isinstance(value, str) else None


def joined_text(parts: Iterable[Any]) -> str | None:
    """The text of a path put together of these; None where one of them is not known."""
    texts = [path_text(part) for part in parts]
    known = [text for text in texts if text is not None]
    return posixpath.join(*known) if known and len(known) == len(texts) else None


def path_of(text: str) -> Object:
    return Object(PATH, {"text": text})
