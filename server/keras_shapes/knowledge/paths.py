"""Paths as programs write them: texts, and pathlib's."""

from __future__ import annotations

from typing import Any

from ..values.reference import Object

PATH = "pathlib.Path"


def path_text(value: Any) -> str | None:
    """The text of a path; None where it is not known."""
    if isinstance(value, Object) and value.cls == PATH:
        value = value.arguments.get("text")
    return value if isinstance(value, str) else None


def path_of(text: str) -> Object:
    return Object(PATH, {"text": text})
