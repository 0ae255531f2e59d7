"""Editors that end with their test, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .editor import PULL, PUSH, Editor

Start = Callable[..., Editor]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts an editor on an empty workspace."""
    editors: list[Editor] = []

    def starter(capabilities: dict[str, Any], **more: Any) -> Editor:
        editors.append(Editor(tmp_path, capabilities, **more))
        return editors[-1]

    yield starter
    for editor in editors:
        assert editor.end() == 0


@pytest.fixture
def pulling(start: Start) -> Editor:
    """An editor that asks for diagnostics, as VS Code does."""
    return start(PULL)


@pytest.fixture
def pushed_to(start: Start) -> Editor:
    """An editor that is told of them."""
    return start(PUSH)


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """A file of the workspace that need not be on the disk."""
    return (tmp_path / "program.py").as_uri()
