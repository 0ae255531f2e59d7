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


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Editor]]:
    """One editor of each kind for all tests that need no server of their own: starting one takes a second."""
    root = tmp_path_factory.mktemp("workspace")
    editors = {"pull": Editor(root, PULL), "push": Editor(root, PUSH)}
    yield editors
    for editor in editors.values():
        assert editor.end() == 0


@pytest.fixture
def pulling(shared: dict[str, Editor]) -> Iterator[Editor]:
    """An editor that asks for diagnostics, as VS Code does."""
    yield shared["pull"]
    shared["pull"].tidy()


@pytest.fixture
def pushed_to(shared: dict[str, Editor]) -> Iterator[Editor]:
    """An editor that is told of them."""
    yield shared["push"]
    shared["push"].tidy()


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """A file of the workspace that need not be on the disk."""
    return (tmp_path / "program.py").as_uri()
